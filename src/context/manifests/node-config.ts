import type { BuildContext } from '../build-context.ts';
import { folderOf, joinPath } from '../clean-path.ts';
import { readJson } from './json.ts';
import { asTable, asText, asTexts } from './values.ts';

/** Where TypeScript writes; paths from the context's root. */
export interface TsOutput {
  readonly outDir: string | undefined;
  readonly rootDir: string | undefined;
  readonly noEmit: boolean;
  /** The configurations that were read, the nearest first. */
  readonly read: readonly string[];
  /** Those that it extends and that could not be read, as a package's: what they set is not known. */
  readonly unread: readonly string[];
}

/** The output settings of a tsconfig.json, through what it extends; undefined where there is none to read. */
export function readTsOutput(context: BuildContext, path: string): TsOutput | undefined {
  if (readJson(context, path) === undefined) return undefined;
  const read: string[] = [];
  const unread: string[] = [];
  const found = new Map<string, unknown>();
  const open = [path];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    const json = readJson(context, file);
    if (json === undefined || read.includes(file)) {
      if (json === undefined) unread.push(file);
      continue;
    }
    read.push(file);
    for (const [key, value] of Object.entries(asTable(json['compilerOptions']))) {
      if (!found.has(key)) found.set(key, key.endsWith('Dir') ? relativeTo(file, value) : value);
    }
    open.push(...extendedBy(context, file, json['extends']));
  }
  const text = (key: string): string | undefined => asText(found.get(key));
  return { outDir: text('outDir'), rootDir: text('rootDir'), noEmit: found.get('noEmit') === true, read, unread };
}

function relativeTo(file: string, value: unknown): string | undefined {
  const text = asText(value);
  return text === undefined ? undefined : joinPath(folderOf(file), text.replace('${configDir}', '.'));
}

/** In the order to be put on a stack: of several, the last wins. */
function extendedBy(context: BuildContext, file: string, value: unknown): string[] {
  const names = typeof value === 'string' ? [value] : asTexts(value);
  return names.map(name => {
    if (!name.startsWith('.')) return name;
    const path = joinPath(folderOf(file), name) ?? name;
    return path.endsWith('.json') || context.stat(path)?.kind === 'file' ? path : `${path}.json`;
  });
}

export interface Npmrc {
  readonly path: string;
  readonly settings: ReadonlyMap<string, string>;
  /** Lines (from 1) that give credentials. */
  readonly credentials: readonly number[];
}

export function readNpmrc(context: BuildContext, path: string): Npmrc | undefined {
  const text = context.read(path);
  if (text === undefined) return undefined;
  const settings = new Map<string, string>();
  const credentials: number[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const [, setting, value = ''] = /^\s*([^#;=\s][^=]*)=(.*)/.exec(line.slice(0, 2000)) ?? [];
    if (setting === undefined) continue;
    const key = setting.trimEnd();
    settings.set(key, value.trim());
    if (/(?:^|:)_(?:authToken|auth|password)$/.test(key)) credentials.push(index + 1);
  }
  return { path, settings, credentials };
}

export interface NextConfig {
  readonly path: string;
  /** `standalone`, `export`, or undefined where none is written out. */
  readonly output: string | undefined;
  /** Line of the `output`, from 1. */
  readonly line: number | undefined;
}

export function readNextConfig(context: BuildContext, folder: string): NextConfig | undefined {
  for (const extension of ['js', 'mjs', 'cjs', 'ts', 'mts']) {
    const path = joinPath(folder, `next.config.${extension}`) ?? '';
    const text = context.read(path);
    if (text === undefined) continue;
    for (const [index, line] of text.split('\n').entries()) {
      const output = /^[^/'"]*\boutput["']?\s?:\s?(["'`])(\w+)\1/.exec(line.slice(0, 2000))?.[2];
      if (output !== undefined) return { path, output, line: index + 1 };
    }
    return { path, output: undefined, line: undefined };
  }
  return undefined;
}

/** How yarn berry links packages; `pnp` is its default. */
export function yarnLinker(context: BuildContext, folder: string): 'pnp' | 'node-modules' | 'pnpm' | undefined {
  const text = context.read(joinPath(folder, '.yarnrc.yml') ?? '');
  if (text === undefined) return undefined;
  const linker = /^nodeLinker:\s*["']?([\w-]+)/m.exec(text)?.[1];
  return linker === 'node-modules' || linker === 'pnpm' ? linker : 'pnp';
}

/** The globs of `packages:` in pnpm-workspace.yaml. */
export function pnpmWorkspaces(context: BuildContext, folder: string): readonly string[] {
  const lines = (context.read(joinPath(folder, 'pnpm-workspace.yaml') ?? '') ?? '').split('\n');
  const start = lines.findIndex(line => line.startsWith('packages:'));
  if (start === -1) return [];
  const globs: string[] = [];
  for (const line of lines.slice(start + 1)) {
    if (/^\w/.test(line)) break;
    const glob = /^\s*-\s*(["']?)([^"'#]+)\1/.exec(line)?.[2]?.trim();
    if (glob !== undefined) globs.push(glob);
  }
  return globs;
}
