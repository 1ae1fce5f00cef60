import type { BuildContext } from '../build-context.ts';
import { folderOf, joinPath } from '../clean-path.ts';

export interface Requirement {
  /** As PyPI compares names: lower case, `-` for `_` and `.`; undefined for a path or URL without one. */
  readonly name: string | undefined;
  /** Version specifier as written, `==2.1`, without spaces; empty where there is none. */
  readonly specifier: string;
  readonly extras: readonly string[];
  readonly editable: boolean;
  readonly url: string | undefined;
  /** Path from the context's root of a local project or archive; undefined where it is none, or outside of the context. */
  readonly path: string | undefined;
  /** True for a local path, be it inside of the context or not. */
  readonly isLocal: boolean;
  readonly hashed: boolean;
  /** From 1. */
  readonly line: number;
}

export interface RequirementsFile {
  readonly path: string;
  readonly requirements: readonly Requirement[];
  /** Paths from the context's root that it takes in with `-r`, and with `-c`. */
  readonly includes: readonly string[];
  readonly constraints: readonly string[];
  /** Addresses of `--index-url`, `--extra-index-url` and `--find-links`. */
  readonly indexes: readonly string[];
  /** True where a `-r`, `-c` or local path leads out of the context. */
  readonly leavesContext: boolean;
}

export function readRequirements(context: BuildContext, path: string): RequirementsFile | undefined {
  const text = context.read(path);
  if (text === undefined) return undefined;
  const lines = logicalLines(text);
  const targets = (short: string, long: string): readonly (string | undefined)[] =>
    lines.flatMap(({ text: line }) => {
      const value = optionValue(line, short, long);
      return value === undefined || /^\w+:\/\//.test(value) ? [] : [joinPath(folderOf(path), value)];
    });

  const requirements = lines.flatMap(({ text: line, number }) => requirementOf(line, number, folderOf(path)) ?? []);
  const [includes, constraints] = [targets('-r', '--requirement'), targets('-c', '--constraint')];
  return {
    path,
    requirements,
    includes: includes.filter(target => target !== undefined),
    constraints: constraints.filter(target => target !== undefined),
    indexes: lines.flatMap(({ text: line }) => indexOf(line) ?? []),
    leavesContext:
      [...includes, ...constraints].includes(undefined) ||
      requirements.some(({ isLocal, path: local }) => isLocal && local === undefined),
  };
}

/** A requirements file with all that it takes in by `-r` and `-c`; `missing` are the paths that are not there. */
export function requirementsClosure(
  context: BuildContext,
  path: string,
): { readonly files: readonly RequirementsFile[]; readonly missing: readonly string[] } {
  const files: RequirementsFile[] = [];
  const missing: string[] = [];
  const seen = new Set<string>();
  const open = [path];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    const file = readRequirements(context, next);
    if (file === undefined) missing.push(next);
    else {
      files.push(file);
      open.push(...file.includes, ...file.constraints);
    }
  }
  return { files, missing };
}

/** PyPI's normal form of a project's name (PEP 503). */
export function normalName(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}

interface LogicalLine {
  readonly text: string;
  readonly number: number;
}

/** Lines with continuations joined and comments gone. */
function logicalLines(text: string): LogicalLine[] {
  const lines: LogicalLine[] = [];
  let open: LogicalLine | undefined;
  for (const [index, raw] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    const comment = raw.startsWith('#') ? 0 : raw.search(/\s#/);
    const line = comment === -1 ? raw : raw.slice(0, comment);
    const continues = line.endsWith('\\');
    const joined: string = (open?.text ?? '') + (continues ? line.slice(0, -1) : line);
    const number: number = open?.number ?? index + 1;
    open = continues ? { text: joined, number } : undefined;
    if (!continues) lines.push({ text: joined.trim(), number });
  }
  if (open !== undefined) lines.push({ text: open.text.trim(), number: open.number });
  return lines.filter(line => line.text !== '');
}

function optionValue(line: string, short: string, long: string): string | undefined {
  const value = line.startsWith(long)
    ? line.slice(long.length)
    : line.startsWith(short)
      ? line.slice(short.length)
      : undefined;
  return value === undefined ? undefined : value.replace(/^[\s=]+/, '').replace(/^(["'])(.*)\1$/, '$2');
}

function indexOf(line: string): string | undefined {
  const [, value] = /^(?:-i|--index-url|--extra-index-url|-f|--find-links)[\s=]+(\S+)/.exec(line) ?? [];
  return value;
}

function requirementOf(line: string, number: number, folder: string): Requirement | undefined {
  const editable = /^(?:-e|--editable)[\s=]/.test(line);
  if (line.startsWith('-') && !editable) return undefined;
  const body = editable ? line.replace(/^(?:-e|--editable)[\s=]+/, '') : line;
  const hashed = /\s--hash[=\s]/.test(body);
  const plain = (body.split(/\s--|;/, 1)[0] ?? '').trim();
  const common = { editable, hashed, line: number };
  const direct = /^([\w.-]+)\s?(?:\[([^\]]*)\])?\s?@\s?(\S+)$/.exec(plain);
  if (direct !== null) {
    const [, name = '', extras = '', target = ''] = direct;
    return { ...common, ...located(target, folder), name: normalName(name), specifier: '', extras: listed(extras) };
  }
  if (/^(?:\w[\w+.-]*:|[./~])|[\\/]|\.(?:whl|zip|tar\.\w+)$/.test(plain)) {
    return {
      ...common,
      ...located(plain.replace(/\[[^[\]]*\]$/, ''), folder),
      name: eggOf(plain),
      specifier: '',
      extras: [],
    };
  }
  const [head = '', name, extras = ''] = /^([A-Za-z\d][\w.-]*)\s*(?:\[([^\]]*)\])?/.exec(plain) ?? [];
  const specifier = /^\(?([^)]*)\)?$/.exec(plain.slice(head.length).trim())?.[1];
  if (name === undefined || specifier === undefined) return undefined;
  const bare = { url: undefined, path: undefined, isLocal: false };
  return {
    ...common,
    ...bare,
    name: normalName(name),
    specifier: specifier.replace(/\s/g, ''),
    extras: listed(extras),
  };
}

function located(target: string, folder: string): Pick<Requirement, 'url' | 'path' | 'isLocal'> {
  const file = /^file:(?:\/\/)?(.*)$/.exec(target)?.[1];
  if (file === undefined && /^[\w+.-]{2,}:/.test(target)) return { url: target, path: undefined, isLocal: false };
  const local = (file ?? target).replace(/#.*/, '');
  return { url: undefined, path: local.startsWith('/') ? undefined : joinPath(folder, local), isLocal: true };
}

function eggOf(target: string): string | undefined {
  const name = /[#&]egg=([\w.-]+)/.exec(target)?.[1];
  return name === undefined ? undefined : normalName(name);
}

function listed(text: string): string[] {
  return text
    .split(',')
    .map(item => item.trim())
    .filter(item => item !== '');
}
