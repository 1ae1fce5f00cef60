import type * as ChildProcess from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Severity } from '../engine/rule.ts';
import { failure, reasonOf } from './failure.ts';
import type { ShellcheckPlace } from './shellcheck-script.ts';

/** What ShellCheck says of one place. */
export interface ShellcheckComment extends ShellcheckPlace {
  readonly level: Severity;
  readonly code: number;
  readonly message: string;
}

const PROGRAM = 'shellcheck';

/**
 * What makes no sense in a Dockerfile: files that `.` and `source` read are in the image (SC1090, SC1091), there is no
 * shebang (SC2148), and ShellCheck's own word on the shell that it is told of (SC2187).
 */
const EXCLUDED = [1090, 1091, 2148, 2187];
/** Bytes of what it may print. */
const MOST_OUTPUT = 1024 ** 3;
/** Characters of file names, and with them the scripts, of one process. */
const MOST_ARGUMENTS = process.platform === 'win32' ? 30_000 : 120_000;

/** Loaded where it is wanted: most runs start no program. */
function childProcess(): typeof ChildProcess {
  return process.getBuiltinModule('node:child_process');
}

/** True where the program can be started. */
export function hasShellcheck(): boolean {
  return childProcess().spawnSync(PROGRAM, ['--version'], { stdio: 'ignore' }).status === 0;
}

/** What ShellCheck says of each script, all of them in one process; throws a failure that says what went wrong. */
export function runShellcheck(scripts: readonly string[]): readonly (readonly ShellcheckComment[])[] {
  const comments = scripts.map((): ShellcheckComment[] => []);
  if (scripts.length === 0) return comments;
  const folder = mkdtempSync(join(tmpdir(), 'plimsoll-shellcheck-'));
  try {
    const names = scripts.map((_, index) => String(index));
    for (const [index, script] of scripts.entries()) writeFileSync(join(folder, String(index)), script);
    for (const part of parts(names)) {
      for (const comment of commentsOn(part, folder)) comments[Number(comment.file)]?.push(comment);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return comments;
}

/** File names in as few lists as the system's limit allows: one but for thousands of scripts. */
function parts(names: readonly string[]): readonly (readonly string[])[] {
  const found: string[][] = [];
  let room = 0;
  for (const name of names) {
    if (name.length + 1 > room) {
      found.push([]);
      room = MOST_ARGUMENTS;
    }
    found.at(-1)?.push(name);
    room -= name.length + 1;
  }
  return found;
}

type FiledComment = ShellcheckComment & { readonly file: string };

function commentsOn(names: readonly string[], cwd: string): readonly FiledComment[] {
  const options = ['--norc', '--format=json1', `--exclude=${EXCLUDED.map(code => `SC${code}`).join(',')}`, '--'];
  const { error, status, stdout, stderr } = childProcess().spawnSync(PROGRAM, [...options, ...names], {
    cwd,
    encoding: 'utf8',
    maxBuffer: MOST_OUTPUT,
    // Its options are ours to choose.
    env: { ...process.env, SHELLCHECK_OPTS: '' },
  });
  if (error) throw failure(`ShellCheck cannot be run: ${reasonOf(error)}`);
  if (status !== 0 && status !== 1) throw failure(`ShellCheck failed: ${stderr.trim().split('\n')[0] ?? ''}`);
  try {
    return (JSON.parse(stdout) as { readonly comments: readonly FiledComment[] }).comments;
  } catch {
    throw failure('ShellCheck printed what is not its JSON: version 0.7 or newer is needed');
  }
}
