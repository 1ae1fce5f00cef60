import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  type Stats,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { failure } from './failure.ts';

/**
 * Replaces a file as a whole or not at all: mode and owner stay, and where the path is a link, its target is replaced.
 * With `expected`, throws unless the file still holds those bytes; without, the file may be new.
 */
export function writeAtomically(path: string, bytes: Buffer, expected?: Buffer): void {
  const target = exists(path) ? realpathSync(path) : path;
  const before = exists(target) ? statSync(target) : undefined;
  if (before) refuseReadOnly(target, before);
  else if (expected) throw failure('it was removed since it was read');

  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}-${Date.now().toString(36)}.tmp`);
  const file = openSync(temporary, 'wx', before ? 0o600 : 0o666);
  try {
    try {
      writeFileSync(file, bytes);
      if (before) keepOwnerAndMode(file, before);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    if (expected && !readFileSync(target).equals(expected)) throw failure('it changed since it was read');
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  syncFolder(dirname(target));
}

function exists(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** Renaming needs no right to write the old file, so that has to be asked for. */
function refuseReadOnly(path: string, { mode }: Stats): void {
  if ((mode & 0o222) === 0) throw failure('it is read-only');
  accessSync(path, constants.W_OK);
}

function keepOwnerAndMode(file: number, { uid, gid, mode }: Stats): void {
  const made = fstatSync(file);
  if (made.uid !== uid || made.gid !== gid) fchownSync(file, uid, gid);
  fchmodSync(file, mode & 0o7777);
}

/** So that the new name survives a power cut; not every system can. */
function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch {
    // Windows opens no folders.
  }
}
