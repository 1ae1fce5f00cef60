import type { Dockerfile } from '../dockerfile/model.ts';
import type { Finding } from '../engine/finding.ts';
import { fingerprints } from '../engine/fingerprint.ts';
import { configError } from './config-error.ts';

/** Findings that were there when a team began: by file, then by fingerprint, how many of each. */
export interface Baseline {
  readonly files: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

export interface LintedFile {
  /** Relative to the baseline's folder, with `/`. */
  readonly path: string;
  readonly dockerfile: Dockerfile;
  readonly findings: readonly Finding[];
}

export function makeBaseline(files: readonly LintedFile[]): Baseline {
  const counted = files.map(
    ({ path, dockerfile, findings }) => [path, countsOf(fingerprints(dockerfile, findings))] as const,
  );
  return { files: new Map(counted.filter(([, counts]) => counts.size > 0)) };
}

/** The findings of a file that the baseline does not have; of equal ones, those over its number, the last ones. */
export function newFindings({ files }: Baseline, { path, dockerfile, findings }: LintedFile): Finding[] {
  const left = new Map(files.get(path));
  const prints = fingerprints(dockerfile, findings);
  return findings.filter((_, index) => {
    const print = prints[index] ?? '';
    const count = left.get(print) ?? 0;
    left.set(print, count - 1);
    return count <= 0;
  });
}

/** The text of a baseline file, sorted, so that versions of it compare well. */
export function writeBaseline({ files }: Baseline): string {
  const sorted = [...files]
    .toSorted(byName)
    .map(([path, counts]) => [path, Object.fromEntries([...counts].toSorted(byName))]);
  return `${JSON.stringify({ version: 1, files: Object.fromEntries(sorted) }, null, 2)}\n`;
}

/** Reads a baseline file; throws a configuration error on what is none. */
export function readBaseline(text: string, source: string): Baseline {
  const fail = (message: string): never => {
    throw configError({ source, line: undefined, column: undefined, message });
  };
  const data = parseJson(text) ?? fail('it is not JSON; write it anew with `plimsoll baseline`');
  if (!isRecord(data) || data['version'] !== 1 || !isRecord(data['files']))
    return fail('it is no baseline of version 1; write it anew with `plimsoll baseline`');
  const files = Object.entries(data['files']).map(([path, counts]) => {
    const entries = isRecord(counts) ? Object.entries(counts) : fail(`\`${path}\` has no fingerprints`);
    return [
      path,
      new Map(
        entries.map(([print, count]) => [
          print,
          isCount(count) ? count : fail(`\`${print}\` of \`${path}\` is no number`),
        ]),
      ),
    ] as const;
  });
  return { files: new Map(files) };
}

function countsOf(prints: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const print of prints) counts.set(print, (counts.get(print) ?? 0) + 1);
  return counts;
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) > 0;
}
