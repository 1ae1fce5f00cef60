import { fixAll, type Applied } from '../engine/fix.ts';
import { findingJson, type FindingJson } from '../reporters/json.ts';
import { linesOf } from '../text/lines.ts';
import { runSettings, type LintOptions } from './run-settings.ts';

export interface FixOptions extends LintOptions {
  /** True: fixes too that may change what the image does. */
  readonly unsafe?: boolean;
  /** Ids of the only rules whose fixes are applied. */
  readonly only?: readonly string[];
}

export interface Fixed {
  readonly text: string;
  /** Other files of the context to write, whole, by their paths: `.dockerignore` above all. */
  readonly files: Readonly<Record<string, string>>;
  readonly applied: readonly Applied[];
  /** What is left, in the new text. */
  readonly findings: readonly FindingJson[];
}

/** Applies fixes until nothing is left to fix. Throws where an option is wrong, never for what the text holds. */
export function fix(text: string, options: FixOptions = {}): Fixed {
  const settings = runSettings(options);
  const fixed = fixAll(text, settings.configured, settings.invocation, {
    ...settings.options,
    allow: options.unsafe === true ? 'unsafe' : 'safe',
    ...(options.only && { only: options.only }),
  });
  const source = { text: fixed.text, lines: linesOf(fixed.text) };
  return {
    text: fixed.text,
    files: Object.fromEntries(fixed.files),
    applied: fixed.applied,
    findings: fixed.remaining.findings.map(finding => findingJson(source, finding)),
  };
}
