import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { failure } from './failure.ts';

/** The lines (from 1, both ends included) of one file that changed. */
export type LineRange = readonly [first: number, last: number];

/** What changed since a ref: the ranges of a file, by its absolute path. New files are changed as a whole. */
export interface Changes {
  touches(absolutePath: string, lines: LineRange): boolean;
}

/** Asks git what changed in the work tree since the branch left a ref; throws a failure where it cannot say. */
export function changesSince(ref: string): Changes {
  const root = git(['rev-parse', '--show-toplevel'], 'this is not a git repository').trim();
  const commit = git(
    ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`],
    `git knows no \`${ref}\``,
  ).trim();
  const base = tryGit(['merge-base', commit, 'HEAD'])?.trim() || commit;
  const options = ['--unified=0', '--no-color', '--no-ext-diff', '--no-renames', '--src-prefix=a/', '--dst-prefix=b/'];
  const patch = git(['-C', root, '-c', 'core.quotePath=off', 'diff', ...options, base, '--'], 'git diff failed');
  const untracked = git(['-C', root, 'ls-files', '--others', '--exclude-standard', '-z'], 'git ls-files failed');

  const changed = new Map(Array.from(changedRanges(patch), ([path, ranges]) => [resolve(root, path), ranges]));
  const added = new Set(untracked.split('\0').map(path => resolve(root, path)));
  return {
    touches(path, [first, last]) {
      return added.has(path) || (changed.get(path) ?? []).some(([from, to]) => from <= last && first <= to);
    },
  };
}

/** The ranges of each file's new lines in a patch without context. */
export function changedRanges(patch: string): Map<string, LineRange[]> {
  const ranges = new Map<string, LineRange[]>();
  let current: LineRange[] = [];
  // Lines of a hunk that are still to come, so that a line of the file is never taken for a head.
  let left = 0;
  for (const line of patch.split('\n')) {
    if (left > 0) {
      if (line.startsWith('+') || line.startsWith('-')) left--;
      continue;
    }
    const hunk = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line);
    if (hunk) {
      const [, removed = '1', start = '0', added = '1'] = hunk;
      left = Number(removed) + Number(added);
      if (added !== '0') current.push([Number(start), Number(start) + Number(added) - 1]);
    } else if (line.startsWith('+++ ')) {
      current = [];
      ranges.set(unquoted(line.slice('+++ '.length)).replace(/^b\//, ''), current);
    }
  }
  return ranges;
}

/** git quotes names with control characters as C does, and ends names that have blanks with a tab. */
function unquoted(name: string): string {
  if (!name.startsWith('"')) return name.replace(/\t$/, '');
  const escapes: Readonly<Record<string, string>> = {
    t: '\t',
    n: '\n',
    r: '\r',
    a: '\u0007',
    b: '\b',
    f: '\f',
    v: '\v',
  };
  return name
    .slice(1, -1)
    .replace(/\\([0-7]{3}|.)/g, (_, code: string) =>
      /^\d/.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : (escapes[code] ?? code),
    );
}

function git(args: readonly string[], otherwise: string): string {
  const output = tryGit(args);
  if (output === undefined) throw failure(`--since: ${otherwise}`);
  return output;
}

function tryGit(args: readonly string[]): string | undefined {
  const { status, stdout, error } = spawnSync('git', args, { encoding: 'utf8', maxBuffer: 1024 ** 3 });
  if (error && 'code' in error && error.code === 'ENOENT') throw failure('--since: git is not installed');
  return status === 0 ? stdout : undefined;
}
