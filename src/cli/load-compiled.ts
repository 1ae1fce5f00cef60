import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import nodeModule, { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { Script } from 'node:vm';
import { crc32 } from 'node:zlib';

export interface Loaded {
  readonly exports: unknown;
  /** Keeps the compiled code for the next run, unless this one had it already. */
  keep(): void;
}

/** Bytes. */
const CHECKSUM = 4;
/** Milliseconds. */
const MOST_AGE = 30 * 24 * 60 * 60 * 1000;

type Wrapper = (exports: unknown, require: NodeJS.Require, module: NodeJS.Module, file: string, folder: string) => void;

/** Loads CommonJS files, each of which may require those before it; what they export is the last one's. Each `kind` of run keeps its own code. */
export function loadAllCompiled(files: readonly string[], version: string, kind: string): Loaded {
  const loaded = files.map(file => loadCompiled(file, version, kind));
  return {
    exports: loaded.at(-1)?.exports,
    keep() {
      for (const file of loaded) file.keep();
    },
  };
}

/**
 * Loads a CommonJS file with the machine code that an earlier run kept: compiling takes a quarter of a short run. As with Node's own
 * compile cache, NODE_DISABLE_COMPILE_CACHE switches it off, and whatever goes wrong with it only costs time.
 */
function loadCompiled(file: string, version: string, kind: string): Loaded {
  // The build has ASCII only.
  const source = readFileSync(file, 'latin1');
  const { size, mtimeMs } = statSync(file);
  const key = Buffer.from(`${[version, process.version, process.arch, size, Math.floor(mtimeMs), file].join(' ')}\n`);
  const cache = process.env['NODE_DISABLE_COMPILE_CACHE'] ? undefined : cachePath(file, kind);
  const kept = cache === undefined ? undefined : readKept(cache, key);

  const script = new Script(`(function (exports, require, module, __filename, __dirname) {${source}\n})`, {
    filename: file,
    ...(kept && { cachedData: kept }),
  });
  const require = createRequire(file);
  const module = Object.assign(new nodeModule(file), { filename: file });
  // Files that are loaded later ask for this one by its path.
  require.cache[file] = module;
  const wrapper = script.runInThisContext() as Wrapper;
  wrapper(module.exports, require, module, file, dirname(file));
  const isKept = kept !== undefined && script.cachedDataRejected !== true;
  return {
    exports: module.exports,
    keep() {
      if (cache === undefined || isKept) return;
      const code = script.createCachedData();
      writeKept(cache, Buffer.concat([key, checksumOf(code), code]));
    },
  };
}

/** Where the code of a file is kept; other installations, of a project or of a hook, keep their own. */
function cachePath(file: string, kind: string): string {
  const root = process.env['XDG_CACHE_HOME'] || process.env['LOCALAPPDATA'] || join(homedir(), '.cache');
  const place = crc32(file).toString(16);
  return join(root, 'plimsoll', `${basename(file, '.cjs')}-${kind}-${process.version}-${process.arch}-${place}.bin`);
}

/** Only what nobody else can have written is run. */
function readKept(path: string, key: Buffer): Buffer | undefined {
  try {
    const { uid, mode } = lstatSync(path);
    if ((mode & 0o22) !== 0 || (process.getuid !== undefined && uid !== process.getuid())) return undefined;
    const bytes = readFileSync(path);
    const start = key.length + CHECKSUM;
    const code = bytes.subarray(start);
    const isWhole = Buffer.concat([key, checksumOf(code)]).equals(bytes.subarray(0, start));
    return isWhole ? code : undefined;
  } catch {
    return undefined;
  }
}

/** V8 takes damaged code for whole, and then hangs: so it is checked here. */
function checksumOf(code: Buffer): Buffer {
  const bytes = Buffer.alloc(CHECKSUM);
  bytes.writeUInt32LE(crc32(code));
  return bytes;
}

function writeKept(path: string, bytes: Buffer): void {
  const temporary = `${path}.${process.pid}`;
  try {
    // One by one: asked to make a whole path, Node goes round in circles on some file systems.
    for (const folder of [dirname(dirname(path)), dirname(path)])
      if (!existsSync(folder)) mkdirSync(folder, { mode: 0o700 });
    writeFileSync(temporary, bytes, { mode: 0o600, flag: 'wx' });
    renameSync(temporary, path);
    discardOld(dirname(path));
  } catch {
    // A home that cannot be written to: the next run compiles anew.
    discard(temporary);
  }
}

/** Of installations and versions that are gone, the code would stay for ever; any other is kept anew by its next run. */
function discardOld(folder: string): void {
  for (const name of readdirSync(folder).filter(file => file.endsWith('.bin'))) {
    const path = join(folder, name);
    if (Date.now() - statSync(path).mtimeMs > MOST_AGE) discard(path);
  }
}

function discard(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Nor can it be removed.
  }
}
