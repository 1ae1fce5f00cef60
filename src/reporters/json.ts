import type { Finding } from '../engine/finding.ts';
import type { Fix, Severity } from '../engine/rule.ts';
import type { Lines } from '../text/lines.ts';
import { docsUrl, positionIn, type Report } from './report.ts';
import { summarize } from './summary.ts';

/** A place in a text: `offset` in UTF-16 units from 0, line and column from 1, a byte order mark not counted in the column. */
export interface Place {
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

/** A finding as `--format json` has it. */
export interface FindingJson {
  /** The rule's id. */
  readonly rule: string;
  /** Its codes in other tools. */
  readonly aliases: readonly string[];
  readonly severity: Severity;
  readonly message: string;
  /** Address of the rule's page. */
  readonly docs: string;
  readonly start: Place;
  /** Behind the last character. */
  readonly end: Place;
  readonly fix: FixJson | null;
}

export interface FixJson {
  readonly title: string;
  readonly safety: Fix['safety'];
  readonly edits: readonly { readonly start: Place; readonly end: Place; readonly text: string }[];
  /** Other files of the context to write, whole. */
  readonly files?: Fix['files'];
}

interface Source {
  readonly text: string;
  readonly lines: Lines;
}

/** For programs: version 1 of the shape that `schema/report.schema.json` describes. */
export function jsonReport(report: Report): string {
  const files = report.files.map(file => ({
    path: file.path,
    findings: file.findings.map(finding => findingJson(file, finding)),
  }));
  return `${JSON.stringify({ version: 1, files, summary: summarize(report) }, null, 2)}\n`;
}

export function findingJson(source: Source, { rule, severity, message, at, fix }: Finding): FindingJson {
  return {
    rule: rule.id,
    aliases: rule.aliases ?? [],
    severity,
    message,
    docs: docsUrl(rule),
    start: place(source, at[0]),
    end: place(source, at[1]),
    fix: fix ? fixJson(source, fix) : null,
  };
}

function fixJson(source: Source, { title, safety, edits, files = [] }: Fix): FixJson {
  return {
    title,
    safety,
    edits: edits.map(({ span, text }) => ({ start: place(source, span[0]), end: place(source, span[1]), text })),
    ...(files.length > 0 && { files }),
  };
}

function place(source: Source, offset: number): Place {
  return { offset, ...positionIn(source, offset) };
}
