import type { BuildContext } from '../build-context.ts';
import { joinPath } from '../clean-path.ts';
import { readJson } from './json.ts';
import { parsePnpmLock, parseYarnLock } from './node-lock-text.ts';
import { asTable, asTables, asText, asTexts, isTable, type Table } from './values.ts';

export interface LockedPackage {
  readonly name: string;
  readonly version: string | undefined;
  /** True where the lock says that it has an install script, as packages with native code do; undefined where it does not say. */
  readonly builds: boolean | undefined;
  /** The C libraries it is for: `glibc`, `musl`; empty where it is for any. */
  readonly libc: readonly string[];
  /** True where only development needs it; undefined where the lock does not say. */
  readonly dev: boolean | undefined;
}

export interface NodeLock {
  readonly path: string;
  readonly kind: 'npm' | 'yarn' | 'yarn-berry' | 'pnpm' | 'bun';
  /** Undefined where the file is binary, too large or not to be understood. */
  readonly packages: readonly LockedPackage[] | undefined;
}

const LOCKS: Readonly<Record<string, NodeLock['kind']>> = {
  'npm-shrinkwrap.json': 'npm',
  'package-lock.json': 'npm',
  'pnpm-lock.yaml': 'pnpm',
  'yarn.lock': 'yarn',
  'bun.lock': 'bun',
  'bun.lockb': 'bun',
};

/** The lock files in a folder; more than one where a project has not made up its mind. */
export function nodeLocks(context: BuildContext, folder: string): readonly NodeLock[] {
  return Object.entries(LOCKS).flatMap(([name, kind]) => {
    const path = joinPath(folder, name) ?? name;
    return context.stat(path)?.kind === 'file' ? [readLock(context, path, kind)] : [];
  });
}

function readLock(context: BuildContext, path: string, kind: NodeLock['kind']): NodeLock {
  if (path.endsWith('.lockb')) return { path, kind, packages: undefined };
  if (kind === 'npm' || kind === 'bun') {
    const json = readJson(context, path);
    return { path, kind, packages: json && (kind === 'npm' ? npmPackages(json) : bunPackages(json)) };
  }
  const text = context.read(path);
  if (text === undefined) return { path, kind, packages: undefined };
  if (kind === 'pnpm') return { path, kind, packages: parsePnpmLock(text) };
  const isBerry = /^__metadata:/m.test(text);
  return { path, kind: isBerry ? 'yarn-berry' : 'yarn', packages: parseYarnLock(text) };
}

function npmPackages(json: Table): LockedPackage[] {
  if (!isTable(json['packages'])) return npmTree(asTable(json['dependencies']));
  return Object.entries(json['packages']).flatMap(([path, value]) => {
    const start = path.lastIndexOf('node_modules/');
    if (start === -1) return [];
    const facts = asTable(value);
    const name = asText(facts['name']) ?? path.slice(start + 'node_modules/'.length);
    return [
      {
        name,
        version: asText(facts['version']),
        builds: facts['hasInstallScript'] === true,
        libc: asTexts(facts['libc']),
        dev: facts['dev'] === true,
      },
    ];
  });
}

/** Version 1 of npm's lock nests packages as the folders nest. */
function npmTree(dependencies: Table): LockedPackage[] {
  const found: LockedPackage[] = [];
  const open = [dependencies];
  for (let level = open.pop(); level !== undefined; level = open.pop()) {
    for (const [name, value] of Object.entries(level)) {
      const facts = asTable(value);
      found.push({ name, version: asText(facts['version']), builds: undefined, libc: [], dev: facts['dev'] === true });
      if (isTable(facts['dependencies'])) open.push(facts['dependencies']);
    }
  }
  return found;
}

function bunPackages(json: Table): LockedPackage[] {
  return Object.values(asTable(json['packages'])).flatMap(entry => {
    const [identity] = asTexts(entry);
    if (identity === undefined) return [];
    const at = identity.lastIndexOf('@');
    const [facts = {}] = asTables(entry);
    const libc = asText(facts['libc']);
    return [
      {
        name: identity.slice(0, at),
        version: identity.slice(at + 1),
        builds: undefined,
        libc: libc === undefined ? asTexts(facts['libc']) : [libc],
        dev: undefined,
      },
    ];
  });
}
