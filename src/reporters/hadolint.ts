import { codeOf } from '../engine/names.ts';
import type { Severity } from '../engine/rule.ts';
import { lastAtMost } from '../text/lines.ts';
import { escapeControls } from './escape.ts';
import { positionIn, type FileReport, type Report, type ReportedFinding } from './report.ts';
import { paint, severityInk, type Style } from './style.ts';

/** What hadolint says of one finding, keys in its order. */
interface Entry {
  readonly code: string;
  readonly column: number;
  readonly file: string;
  readonly level: Severity;
  readonly line: number;
  readonly message: string;
}

/** hadolint's own JSON, a drop-in: one entry a code and instruction, at the instruction's first line, column 1. */
export function hadolintReport({ files }: Report): string {
  return JSON.stringify(files.flatMap(entriesOf));
}

/** hadolint's own text: `Dockerfile:3 DL3006 warning: …`. */
export function ttyReport({ files }: Report, style: Style): string {
  return files
    .flatMap(entriesOf)
    .map(({ file, line, code, level, message }) => {
      const severity = paint(style, severityInk(level), level);
      return `${escapeControls(file)}:${line} ${escapeControls(code)} ${severity}: ${escapeControls(message)}\n`;
    })
    .join('');
}

function entriesOf(file: FileReport): Entry[] {
  const starts = file.instructions.map(([start]) => start);
  const entries = file.findings.map(finding => entryOf(file, finding, starts));
  const unique = new Map(entries.map(entry => [`${entry.line} ${entry.code}`, entry]));
  return [...unique.values()].toSorted((a, b) => a.line - b.line || (a.code < b.code ? -1 : 1));
}

function entryOf(file: FileReport, finding: ReportedFinding, starts: readonly number[]): Entry {
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
