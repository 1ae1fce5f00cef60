import type { LockedPackage } from './node-lock.ts';

interface Entry {
  readonly name: string;
  version: string | undefined;
  builds: boolean | undefined;
  libc: readonly string[];
}

/** Both of yarn's formats: an unindented key of `name@range`s, its facts indented below it. */
export function parseYarnLock(text: string): LockedPackage[] {
  const entries: Entry[] = [];
  for (const line of text.split('\n')) {
    const name = /^"?(@?[^@"\s,]+)@[^\n]*:\s*$/.exec(line)?.[1];
    if (name !== undefined) entries.push({ name, version: undefined, builds: undefined, libc: [] });
    else if (/^\S/.test(line) && !line.startsWith('#')) continue;
    else addFact(entries.at(-1), /^ {2}(\w+):? (.+)$/.exec(line));
  }
  return entries.map(entry => ({ ...entry, dev: undefined }));
}

/** The `packages:` of a pnpm lock; keys are `name@version`, before version 6 of the format `/name/version`. */
export function parsePnpmLock(text: string): LockedPackage[] {
  const entries: Entry[] = [];
  let section = '';
  for (const line of text.split('\n')) {
    section = /^(\w+):/.exec(line)?.[1] ?? section;
    if (section !== 'packages') continue;
    const key = /^ {2}(['"]?)(\S.*)\1:\s*$/.exec(line)?.[2];
    if (key !== undefined) entries.push(pnpmEntry(key));
    else addFact(entries.at(-1), /^ {4}(\w+): (.+)$/.exec(line));
  }
  return entries.map(entry => ({ ...entry, dev: undefined }));
}

function pnpmEntry(key: string): Entry {
  const identity = key.replace(/^\//, '').replace(/\(.*/, '');
  const [, name = identity, version] =
    /^(@?[^@]+)@(.+)$/.exec(identity) ?? /^(@[^/]+\/[^/]+|[^/]+)\/([^/]+)$/.exec(identity) ?? [];
  return { name, version, builds: false, libc: [] };
}

function addFact(entry: Entry | undefined, fact: RegExpExecArray | null): void {
  const [, key, value = ''] = fact ?? [];
  if (entry === undefined || key === undefined) return;
  if (key === 'version') entry.version = value.replaceAll('"', '').trim();
  if (key === 'requiresBuild') entry.builds = value.trim() === 'true';
  if (key === 'libc') entry.libc = value.match(/\w+/g) ?? [];
  if (key === 'conditions') entry.libc = Array.from(value.matchAll(/libc=(\w+)/g), ([, name = '']) => name);
}
