import { readFileSync, realpathSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import type { Finding } from '../engine/finding.ts';
import { failure, reasonOf } from './failure.ts';
import { toPosix } from './gitignore.ts';
import type { LintedFile } from './lint-files.ts';
import type { LintOptions } from './lint-options.ts';

/** Which findings of a file count. */
export type FindingFilter = (file: LintedFile) => readonly Finding[];

/** What `--baseline` and `--since` leave: both read what they need once. */
export async function findingFilter({
  baseline,
  since,
}: Pick<LintOptions, 'baseline' | 'since'>): Promise<FindingFilter> {
  const isNew = baseline === undefined ? allOf : await notInBaseline(baseline);
  if (since === undefined) return isNew;
  const { changesSince } = await import('./changed-lines.ts');
  const changes = changesSince(since);
  return file => {
    const path = file.path === '-' ? file.path : realpathSync(file.path);
    const lineOf = (offset: number): number => file.lines.position(offset).line;
    return isNew(file).filter(({ at: [start, end] }) =>
      changes.touches(path, [lineOf(start), lineOf(Math.max(start, end - 1))]),
    );
  };
}

function allOf({ findings }: LintedFile): readonly Finding[] {
  return findings;
}

async function notInBaseline(path: string): Promise<FindingFilter> {
  const { newFindings, readBaseline } = await import('../config/baseline.ts');
  const known = readBaseline(readText(path), path);
  return file => newFindings(known, { ...file, path: pathInBaseline(path, file.path) });
}

/** Files are named from the baseline's folder on, so that a run from any folder finds them. */
export function pathInBaseline(baseline: string, path: string): string {
  return toPosix(relative(dirname(resolve(baseline)), resolve(path)));
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw failure(`${path}: cannot be read: ${reasonOf(error)}; \`plimsoll baseline\` writes one`);
  }
}
