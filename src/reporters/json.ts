import type { Fix } from '../engine/rule.ts';
import { docsUrl, positionIn, type FileReport, type Report, type ReportedFinding } from './report.ts';
import { summarize } from './summary.ts';

/** For programs: version 1 of the shape that `schema/report.schema.json` describes. */
export function jsonReport(report: Report): string {
  const files = report.files.map(file => ({
    path: file.path,
    findings: file.findings.map(finding => findingOf(file, finding)),
  }));
  return `${JSON.stringify({ version: 1, files, summary: summarize(report) }, null, 2)}\n`;
}

function findingOf(file: FileReport, { rule, severity, message, at, fix }: ReportedFinding) {
  return {
    rule: rule.id,
    aliases: rule.aliases ?? [],
    severity,
    message,
    docs: docsUrl(rule),
    start: place(file, at[0]),
    end: place(file, at[1]),
    fix: fix ? fixOf(file, fix) : null,
  };
}

function fixOf(file: FileReport, { title, safety, edits, files = [] }: Fix) {
  return {
    title,
    safety,
    edits: edits.map(({ span, text }) => ({ start: place(file, span[0]), end: place(file, span[1]), text })),
    ...(files.length > 0 && { files }),
  };
}

function place(file: FileReport, offset: number) {
  return { offset, ...positionIn(file, offset) };
}
