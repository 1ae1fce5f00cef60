import type { Span } from '../text/span.ts';
import type { Meta, RawFinding, Rule, Severity } from './rule.ts';

/** A rule as one run uses it. */
export interface ConfiguredRule {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly options: Readonly<Record<string, unknown>>;
  /** Messages whose severity is another, or that are not wanted. */
  readonly messages?: Readonly<Record<string, Severity | 'off'>>;
  /** True where stages that end up in no image count, whatever the rule says of itself: the peers' presets. */
  readonly everywhere?: boolean;
}

/** What a rule found in one file, ready for any reporter. */
export interface Finding extends RawFinding {
  readonly rule: Meta;
  readonly severity: Severity;
}

/** What the engine itself reports: no rule of the catalogue, so no configuration switches it off. */
export const INTERNAL_ERROR: Meta = {
  id: 'internal-error',
  summary: 'A rule failed: a fault of this program, not of the file',
  category: 'correctness',
  severity: 'error',
  applies: 'any',
  edition: 2026,
};

export const UNREADABLE_FILE: Meta = {
  id: 'unreadable-file',
  summary: 'The file is binary, or too large to be a Dockerfile',
  category: 'correctness',
  severity: 'error',
  applies: 'any',
  edition: 2026,
};

/** Both, with pages like those of rules. */
export const ENGINE_RULES: readonly Meta[] = [INTERNAL_ERROR, UNREADABLE_FILE];

export function engineFinding(rule: Meta, message: string, at: Span): Finding {
  return { rule, severity: rule.severity, messageId: rule.id, message, at };
}
