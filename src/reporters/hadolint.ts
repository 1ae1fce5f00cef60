import { codeOf } from '../engine/names.ts';
import { lastAtMost } from '../text/lines.ts';
import { positionIn, type FileReport, type Report, type ReportedFinding } from './report.ts';

/** hadolint's own JSON, a drop-in: one entry a code and instruction, at the instruction's first line, column 1. */
export function hadolintReport({ files }: Report): string {
  return JSON.stringify(files.flatMap(entriesOf));
}

function entriesOf(file: FileReport) {
  const starts = file.instructions.map(([start]) => start);
  const entries = file.findings.map(finding => entryOf(file, finding, starts));
  const unique = new Map(entries.map(entry => [`${entry.line} ${entry.code}`, entry]));
  return [...unique.values()].toSorted((a, b) => a.line - b.line || (a.code < b.code ? -1 : 1));
}

/** Keys in hadolint's order. */
function entryOf(file: FileReport, finding: ReportedFinding, starts: readonly number[]) {
  const at = finding.at[0];
  const instruction = file.instructions[lastAtMost(starts, at)];
  const inside = instruction !== undefined && at <= instruction[1];
  return {
    code: codeOf(finding, 'hadolint') ?? codeOf(finding, 'shellcheck') ?? finding.rule.id,
    column: 1,
    file: file.path,
    level: finding.severity,
    line: positionIn(file, inside ? instruction[0] : at).line,
    message: finding.message,
  };
}
