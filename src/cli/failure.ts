import { escapeControls } from '../reporters/escape.ts';

const FAILURE = Symbol('failure');

/** An error that the user can mend: its message is the whole of what is printed. */
export function failure(message: string): Error {
  return Object.assign(new Error(message), { [FAILURE]: true });
}

export function isFailure(error: unknown): error is Error {
  return error instanceof Error && FAILURE in error;
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EISDIR: 'it is a folder',
  ENOENT: 'no such file or folder',
  ENOSPC: 'no space left on the disk',
  ENOTDIR: 'a part of its path is not a folder',
  EROFS: 'the file system is read-only',
  ELOOP: 'its links lead in a circle',
  EMFILE: 'too many open files',
  EDQUOT: 'the disk quota is used up',
};

/** Why the machine refused, in words. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return REASONS[code] ?? (error instanceof Error ? error.message : String(error));
}

const said = new Set<string>();

/** One line on standard error; the same one once. */
export function complain(message: string): void {
  passOn(`plimsoll: ${escapeControls(message)}\n`);
}

/** Lines that another thread has for standard error. */
export function passOn(lines: string): void {
  for (const [line] of lines.matchAll(/[^\n]+\n?/g)) {
    if (!said.has(line)) process.stderr.write(line);
    said.add(line);
  }
}
