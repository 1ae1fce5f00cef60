import type { Option, Options, Values } from '../engine/options.ts';
import { nearest } from '../text/nearest.ts';
import { configError } from './config-error.ts';
import type { Located, Path } from './located.ts';

export type Mapping = Readonly<Record<string, unknown>>;

/** Stops with a configuration error at a value, and names what was probably meant. */
export function refuse(
  file: Located,
  path: Path,
  message: string,
  near?: string,
  what: 'key' | 'value' = 'value',
): never {
  const { line, column } = file.position(path, what);
  const hint = near === undefined ? '' : `; did you mean \`${near}\`?`;
  throw configError({ source: file.source, line, column, message: `${message}${hint}` });
}

/** The value at a path. */
export function valueAt(file: Located, path: Path): unknown {
  return path.reduce<unknown>((value, key) => (isIndexable(value) ? value[key] : undefined), file.value);
}

/** The mapping at a path; refuses anything else, and keys that are not known. */
export function mappingOf(file: Located, path: Path, known?: readonly string[]): Mapping {
  const value = valueAt(file, path);
  const name = path.findLast(key => typeof key === 'string');
  if (!isMapping(value))
    return refuse(
      file,
      path,
      `${name === undefined ? 'a configuration' : `\`${name}\``} takes keys with values, not ${JSON.stringify(value)}`,
    );
  for (const key of known ? Object.keys(value) : []) {
    if (known?.includes(key)) continue;
    const where = name === undefined ? '' : ` in \`${name}\``;
    refuse(file, [...path, key], `there is no key \`${key}\`${where}`, nearest(key, known ?? []), 'key');
  }
  return value;
}

/** The texts at a path, be it one or a list. */
export function listOf(file: Located, path: Path): readonly string[] {
  const value = valueAt(file, path);
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.map(item =>
    typeof item === 'string'
      ? item
      : refuse(file, path, `\`${path.at(-1)}\` takes a text or a list of texts, not ${JSON.stringify(item)}`),
  );
}

/** The value at a path if there is one and the option takes it; refuses one that it does not take. */
export function plainValue<T>(file: Located, path: Path, option: Option<T>): T | undefined {
  const value = valueAt(file, path);
  if (value === undefined || value === null) return undefined;
  if (isAccepted(option, value)) return value;
  const { at, choices } = faultIn(option, value);
  const wrong = valueAt(file, [...path, ...at]);
  const near = typeof wrong === 'string' ? nearest(wrong, choices) : undefined;
  return refuse(
    file,
    [...path, ...at],
    `\`${path.at(-1)}\` takes ${wanted(option)}, not ${JSON.stringify(wrong)}`,
    near,
  );
}

/** The part of a value that an option does not take: an item of a list or a mapping, or else all of it. */
function faultIn(
  { schema }: Pick<Option<unknown>, 'schema'>,
  value: unknown,
): { at: Path; choices: readonly string[] } {
  const { items, additionalProperties } = schema;
  const inner = Array.isArray(value) ? items : additionalProperties;
  if (!isMapping(inner) || !isIndexable(value)) return { at: [], choices: choicesOf(schema) };
  const choices = choicesOf(inner);
  const isFault = ([, item]: [string, unknown]): boolean =>
    typeof item !== 'string' ||
    (choices.length > 0 && !choices.includes(Array.isArray(value) ? item.toUpperCase() : item));
  const [key] = Object.entries(value).find(isFault) ?? [];
  return { at: key === undefined ? [] : [Array.isArray(value) ? Number(key) : key], choices };
}

function choicesOf(schema: Readonly<Record<string, unknown>>): readonly string[] {
  const { enum: choices } = schema;
  return Array.isArray(choices) ? choices.filter(item => typeof item === 'string') : [];
}

/** Every value of a section that is set. */
export function sectionValues<O extends Options>(file: Located, path: Path, options: O): Partial<Values<O>> {
  const entries = Object.entries(options).map(
    ([key, option]) => [key, plainValue(file, [...path, key], option)] as const,
  );
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as Partial<Values<O>>;
}

export function isOneOf<const T extends string>(list: readonly T[], text: string): text is T {
  return list.some(item => item === text);
}

/** What an option takes, in words: for messages and tables. */
export function wanted({ schema }: Pick<Option<unknown>, 'schema'>): string {
  const { enum: choices, type, minimum, maximum, items, additionalProperties } = schema;
  if (Array.isArray(choices)) return choices.join(', ');
  if (typeof minimum === 'number' && minimum === maximum) return `${minimum} in this version`;
  if (type === 'integer') return `a whole number from ${String(minimum)}`;
  if (type === 'boolean') return 'true or false';
  if (type === 'array')
    return isMapping(items) && Array.isArray(items['enum'])
      ? `a list of ${items['enum'].join(', ')}`
      : 'a list of texts';
  if (type !== 'object') return String(type);
  return isMapping(additionalProperties) && Array.isArray(additionalProperties['enum'])
    ? `names, each with one of ${additionalProperties['enum'].join(', ')}`
    : 'names, each with a text';
}

function isAccepted<T>(option: Option<T>, value: unknown): value is T {
  return option.accepts(value);
}

function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isIndexable(value: unknown): value is Readonly<Record<string | number, unknown>> {
  return typeof value === 'object' && value !== null;
}
