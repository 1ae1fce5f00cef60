import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  statSync,
  type Stats,
} from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { type BuildContext, type FileFacts, MAX_READ } from '../context/build-context.ts';
import { contextPath } from '../context/clean-path.ts';
import { type Ignore, parseDockerignore } from '../context/dockerignore.ts';

/** Entries that a listing looks at before it gives up; whoever lists then sees `isTruncated`. */
const MAX_ENTRIES = 250_000;
/** Bytes of texts that are kept for a second reading. */
const MAX_KEPT = 32 * 1024 * 1024;

/**
 * The build context in a folder on disk. Nothing is read before it is asked for, each thing once; what cannot be read
 * counts as not there. Symbolic links that lead out of the folder are not followed.
 */
export function diskContext(root: string, dockerfilePath?: string, maxEntries = MAX_ENTRIES): BuildContext {
  const base = realPath(resolve(root)) ?? resolve(root);
  const ignoreFile = findIgnoreFile(base, dockerfilePath);
  const ignore = parseDockerignore(ignoreFile?.text ?? '');
  let walked: Listing | undefined;
  const listing = (): Listing => (walked ??= list(base, ignore, maxEntries));
  const resolved = resolver(base);

  return {
    files: () => listing().files,
    isTruncated: () => listing().truncated,
    stat: memoised(path => statInside(base, path, resolved)),
    read: reader(base, resolved, path => walked?.plain.has(path) === true),
    ignoreFile,
    ignores: ignore.ignores,
  };
}

/** `<Dockerfile>.dockerignore` next to the Dockerfile, or the context's own; its path is relative to the context. */
function findIgnoreFile(base: string, dockerfilePath: string | undefined): BuildContext['ignoreFile'] {
  const own = dockerfilePath === undefined ? [] : [`${resolve(dockerfilePath)}.dockerignore`];
  for (const file of [...own, join(base, '.dockerignore')]) {
    const text = readText(file);
    if (text !== undefined) return { path: relative(base, file).split(sep).join('/'), text };
  }
  return undefined;
}

interface Listing {
  readonly files: readonly string[];
  /** Files among them that are no links, in folders that are none. */
  readonly plain: ReadonlySet<string>;
  readonly truncated: boolean;
}

function list(base: string, ignore: Ignore, maxEntries: number): Listing {
  const files: string[] = [];
  const plain = new Set<string>();
  const folders = [''];
  let seen = 0;
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const entry of entriesOf(join(base, folder))) {
      if (++seen > maxEntries) return { files: files.toSorted(), plain, truncated: true };
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (!entry.isDirectory()) {
        if (ignore.ignores(path)) continue;
        files.push(path);
        if (entry.isFile()) plain.add(path);
      } else if (ignore.mayHoldIncluded(path)) folders.push(path);
    }
  }
  return { files: files.toSorted(), plain, truncated: false };
}

function entriesOf(folder: string): { readonly name: string; isDirectory(): boolean; isFile(): boolean }[] {
  return attempt(() => readdirSync(folder, { withFileTypes: true })) ?? [];
}

function statInside(base: string, path: string, resolved: Resolve): FileFacts | undefined {
  const clean = contextPath(path);
  if (clean === undefined) return undefined;
  const file = join(base, clean);
  const own = attempt(() => lstatSync(file));
  if (own === undefined) return undefined;
  const real = resolved(file, own);
  if (real !== undefined && !own.isSymbolicLink()) return factsOf(own);
  if (real !== undefined) return attempt(() => factsOf(statSync(real)));
  return own.isSymbolicLink() ? { kind: 'other', size: 0, executable: false } : undefined;
}

function factsOf(stats: Stats): FileFacts {
  const kind = stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'other';
  const hasBit = process.platform === 'win32' || (stats.mode & 0o111) !== 0;
  return { kind, size: kind === 'file' ? stats.size : 0, executable: kind === 'file' && hasBit };
}

function reader(
  base: string,
  resolved: Resolve,
  isPlain: (path: string) => boolean,
): (path: string) => string | undefined {
  const kept = new Map<string, string | undefined>();
  const readResolved = (file: string): string | undefined => {
    const real = resolved(file);
    return real === undefined ? undefined : readText(real);
  };
  let room = MAX_KEPT;
  return path => {
    const clean = contextPath(path);
    if (clean === undefined || kept.has(clean)) return clean === undefined ? undefined : kept.get(clean);
    const text = isPlain(clean) ? readPlain(join(base, clean)) : readResolved(join(base, clean));
    room -= text?.length ?? 0;
    if (room > 0) kept.set(clean, text);
    return text;
  };
}

const NOT_BLOCKING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);
const buffer = once(() => Buffer.allocUnsafe(MAX_READ + 1));

/** Undefined for what is no plain file, is over the limit, or cannot be read; devices and pipes are not opened to block on. */
function readText(file: string): string | undefined {
  return opened(file, NOT_BLOCKING, descriptor => (fstatSync(descriptor).isFile() ? textOf(descriptor) : undefined));
}

/** The same of a file that is known to be one, unless it has become a link since. */
function readPlain(file: string): string | undefined {
  return opened(file, NOT_BLOCKING | (constants.O_NOFOLLOW ?? 0), textOf);
}

function opened(file: string, flags: number, read: (descriptor: number) => string | undefined): string | undefined {
  return attempt(() => {
    const descriptor = openSync(file, flags);
    try {
      return read(descriptor);
    } finally {
      closeSync(descriptor);
    }
  });
}

/** Undefined where there is more than the limit. */
function textOf(descriptor: number): string | undefined {
  const bytes = buffer();
  let length = 0;
  for (let read = 1; read > 0 && length <= MAX_READ; length += read)
    read = readSync(descriptor, bytes, length, bytes.length - length, null);
  return length > MAX_READ ? undefined : bytes.toString('utf8', 0, length);
}

type Resolve = (file: string, own?: Stats) => string | undefined;

/** Finds the file behind a path's links; each folder is looked up once, since contexts have many files in few folders. */
function resolver(base: string): Resolve {
  const folderBehind = memoised(folder => inside(base, folder));
  return (file, known) => {
    const folder = file === base ? undefined : folderBehind(dirname(file));
    if (folder === undefined) return inside(base, file);
    const own = known ?? attempt(() => lstatSync(file));
    if (own?.isSymbolicLink() === true) return inside(base, file);
    return own && join(folder, basename(file));
  };
}

/** The file behind a path's links; undefined where it is outside of the folder. */
function inside(base: string, file: string): string | undefined {
  const real = realPath(file);
  const within = real === base || real?.startsWith(base.endsWith(sep) ? base : base + sep);
  return within ? real : undefined;
}

function realPath(path: string): string | undefined {
  return attempt(() => realpathSync.native(path));
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

function once<T>(work: () => T): () => T {
  let result: { readonly value: T } | undefined;
  return () => (result ??= { value: work() }).value;
}

function memoised<T>(work: (key: string) => T): (key: string) => T {
  const known = new Map<string, { readonly value: T }>();
  return key => {
    const entry = known.get(key) ?? { value: work(key) };
    known.set(key, entry);
    return entry.value;
  };
}
