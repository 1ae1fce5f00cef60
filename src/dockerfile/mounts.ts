import type { MappedText } from '../text/mapped-text.ts';
import type { ParsedFlag } from './flags.ts';
import type { Mount, Word } from './model.ts';
import { wordAt } from './words.ts';

/** One field of a comma-separated value: `key=value`, or a key alone, whose value is empty. */
export interface Field {
  /** Lower case. */
  readonly key: string;
  readonly value: Word | undefined;
  readonly word: Word;
}

/** The fields of `--mount` and `--device`, in order; undefined where the quotes in them are wrong. */
export function fieldsOf(value: MappedText): readonly Field[] | undefined {
  if (value.text === '') return undefined;
  const fields: Field[] = [];
  let at = 0;
  while (at <= value.text.length) {
    const field = value.text[at] === '"' ? quotedField(value, at) : plainField(value, at);
    if (field === undefined) return undefined;
    fields.push(field.field);
    at = field.end + 1;
  }
  return fields;
}

interface FieldEnd {
  readonly field: Field;
  readonly end: number;
}

function plainField(value: MappedText, start: number): FieldEnd | undefined {
  const comma = value.text.indexOf(',', start);
  const end = comma === -1 ? value.text.length : comma;
  const word = wordAt(value, start, end);
  if (word.text.includes('"')) return undefined;
  const equals = word.text.indexOf('=');
  if (equals === -1) return { field: { key: word.text.toLowerCase(), value: undefined, word }, end };
  const key = word.text.slice(0, equals).toLowerCase();
  return { field: { key, value: wordAt(value, start + equals + 1, end), word }, end };
}

/** `"key=a,b"`; a quote in it is written twice. */
function quotedField(value: MappedText, start: number): FieldEnd | undefined {
  const raw = /"((?:[^"]|"")*)"(?=,|$)/y;
  raw.lastIndex = start;
  const found = raw.exec(value.text);
  if (found === null) return undefined;
  const text = (found[1] ?? '').replaceAll('""', '"');
  const end = raw.lastIndex;
  const { span } = wordAt(value, start, end);
  const equals = text.indexOf('=');
  if (equals === -1) return { field: { key: text.toLowerCase(), value: undefined, word: { text, span } }, end };
  const valueSpan = value.sourceSpan([Math.min(start + 1 + equals + 1, end - 1), end - 1]);
  const inner = { text: text.slice(equals + 1), span: valueSpan };
  return { field: { key: text.slice(0, equals).toLowerCase(), value: inner, word: { text, span } }, end };
}

/** The mounts of a RUN. A value that cannot be split into fields is a mount without options. */
export function mountsOf(flags: readonly ParsedFlag[]): readonly Mount[] {
  return flags.filter(({ flag }) => flag.name === 'mount').map(mountOf);
}

function mountOf({ flag, value }: ParsedFlag): Mount {
  const options = new Map<string, Word>();
  for (const field of (value && fieldsOf(value)) ?? []) {
    options.set(field.key, field.value ?? { text: '', span: field.word.span });
  }
  const text = (...names: readonly string[]): string | undefined =>
    [...options].findLast(([name]) => names.includes(name))?.[1].text;
  return {
    type: text('type')?.toLowerCase() ?? 'bind',
    options,
    target: text('target', 'dst', 'destination'),
    source: text('source', 'src'),
    from: text('from'),
    id: text('id'),
    flag,
  };
}
