import type { Finding } from '../engine/finding.ts';
import type { Applied, Rejected } from '../engine/fix.ts';
import type { Meta } from '../engine/rule.ts';
import type { Lines, Position } from '../text/lines.ts';
import type { Span } from '../text/span.ts';

/** Everything that one run found, ready for any format. */
export interface Report {
  /** Every file that was linted, those without findings included, in the order of the report. */
  readonly files: readonly FileReport[];
  /** Files that could not be read, and why. */
  readonly failures: readonly Failure[];
  /** Of plimsoll. */
  readonly version: string;
}

export interface FileReport {
  /** As the user knows it, with `/`; `-` for standard input without a name. */
  readonly path: string;
  /** What the findings' offsets point into. */
  readonly text: string;
  readonly lines: Lines;
  readonly findings: readonly ReportedFinding[];
  /** The span of each instruction, in order. */
  readonly instructions: readonly Span[];
  readonly applied?: readonly Applied[];
  readonly rejected?: readonly Rejected[];
}

export interface ReportedFinding extends Finding {
  /** Stays the same when lines above it come and go. */
  readonly fingerprint: string;
}

export interface Failure {
  readonly path: string;
  /** Where in it, for a mistake in a configuration. */
  readonly place?: { readonly line: number; readonly column: number };
  readonly message: string;
}

/** `file: why`, or `file:line:column: why`. */
export function failureLine({ path, place, message }: Failure): string {
  return `${path}${place === undefined ? '' : `:${place.line}:${place.column}`}: ${message}`;
}

/** The line and column of an offset, a byte order mark not counted. */
export function positionIn({ text, lines }: Pick<FileReport, 'text' | 'lines'>, offset: number): Position {
  const { line, column } = lines.position(offset);
  const mark = line === 1 && column > 1 && text.startsWith('\uFEFF') ? 1 : 0;
  return { line, column: column - mark };
}

/** The page of a rule. */
/** The page of a rule, on the web. */
export function docsUrl({ id, docs }: Pick<Meta, 'id' | 'docs'>): string {
  return docs ?? `${HOMEPAGE}/blob/main/docs/rules/${id}.md`;
}

export const HOMEPAGE = 'https://github.com/plimsoll/plimsoll';
