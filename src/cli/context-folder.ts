import { statSync } from 'node:fs';
import { failure } from './failure.ts';

/** Throws where what should be a build context is no folder. */
export function refuseNoFolder(path: string): void {
  if (!isFolder(path))
    throw failure(`${path}: there is no such folder; --context names the folder that the build copies from`);
}

export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
