import { uniqueFingerprints } from '../engine/fingerprint.ts';
import { SEVERITIES, type Severity } from '../engine/rule.ts';
import type { FileReport } from '../reporters/report.ts';
import type { Target } from './discover.ts';
import type { FindingFilter } from './finding-filter.ts';
import { lintFiles, lintStandardInput, type LeftOut, type LintedFile, type Work } from './lint-files.ts';
import type { Progress } from './progress.ts';

/** What came of some files, in their order. */
export interface Part extends LeftOut {
  readonly files: readonly FileReport[];
  /** True where a finding is at or over what its file's configuration lets pass. */
  readonly failed: boolean;
}

export async function lintPart(
  targets: readonly Target[],
  work: Work,
  filter: FindingFilter,
  progress: Progress,
): Promise<Part> {
  const files: FileReport[] = [];
  let failed = false;
  const left = await lintFiles(targets, work, progress, file => {
    const report = reportOf(file, filter);
    files.push(report);
    failed ||= fails(report, file);
  });
  return { ...left, files, failed };
}

export async function lintInput(name: string | undefined, work: Work, filter: FindingFilter): Promise<Part> {
  const file = await lintStandardInput(name, work);
  const report = reportOf(file, filter);
  return { files: [report], failed: fails(report, file), failures: [], templates: [] };
}

/** One of `count` parts that follow each other, as long as each other but for one; `index` counts from 1. */
export function partOf(targets: readonly Target[], index: number, count: number): readonly Target[] {
  const border = (part: number): number => Math.floor((targets.length * part) / count);
  return targets.slice(border(index - 1), border(index));
}

/** The file as reporters want it, without the parsed file: a thousand of them would be kept for nothing. */
function reportOf(file: LintedFile, filter: FindingFilter): FileReport {
  const { path, text, lines, dockerfile, applied, rejected } = file;
  const names = uniqueFingerprints(dockerfile, file.findings);
  const prints = new Map(file.findings.map((finding, index) => [finding, names[index] ?? '']));
  const findings = filter(file).map(finding => ({ ...finding, fingerprint: prints.get(finding) ?? '' }));
  const instructions = dockerfile.instructions.map(({ span }) => span);
  return { path, text, lines, instructions, findings, ...(applied && { applied }), ...(rejected && { rejected }) };
}

function fails({ findings }: FileReport, { settings: { failOn } }: LintedFile): boolean {
  return findings.some(({ severity }) => failOn !== 'none' && rank(severity) <= rank(failOn));
}

function rank(severity: Severity): number {
  return SEVERITIES.indexOf(severity);
}
