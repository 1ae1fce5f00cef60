import { lint as run } from '../engine/lint.ts';
import { findingJson, type FindingJson } from '../reporters/json.ts';
import { linesOf } from '../text/lines.ts';
import { runSettings, type LintOptions } from './run-settings.ts';

/** What is found in the text of a Dockerfile, by place. Throws where an option is wrong, never for what the text holds. */
export function lint(text: string, options: LintOptions = {}): FindingJson[] {
  const settings = runSettings(options);
  const { findings } = run(text, settings.configured, settings.invocation, settings.options);
  const source = { text, lines: linesOf(text) };
  return findings.map(finding => findingJson(source, finding));
}
