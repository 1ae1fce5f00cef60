import { isBinary } from '../dockerfile/binary.ts';
import type { Dockerfile, ParseOptions } from '../dockerfile/model.ts';
import { parseDockerfile } from '../dockerfile/parse.ts';
import { engineFinding, UNREADABLE_FILE, type ConfiguredRule, type Finding } from './finding.ts';
import { codeOf, nameIndex } from './names.ts';
import { checkDirective } from './pragmas/buildkit.ts';
import { pragmasOf } from './pragmas/collect.ts';
import type { PragmaUse } from './pragmas/pragma.ts';
import { pragmaUses, silence, type Silenced } from './pragmas/silence.ts';
import { experimentalRules } from './presets.ts';
import type { Invocation, Rule } from './rule.ts';
import { runRules } from './run-rules.ts';

export type { ConfiguredRule, Finding } from './finding.ts';

export interface LintOptions extends ParseOptions {
  /** Every rule there is, so that a pragma's name for one that is off counts as known; the configured ones unless given. */
  readonly catalogue?: readonly Rule[];
  /** False: no pragma silences anything. */
  readonly honourPragmas?: boolean;
  /** What another program found in this text; pragmas silence it likewise, and what a rule finds as well is left out. */
  readonly external?: readonly Finding[];
  /** Longest text that is linted, in UTF-16 units; a megabyte unless given. */
  readonly maxSize?: number;
}

export interface LintResult {
  readonly dockerfile: Dockerfile;
  /** By place, then by rule. */
  readonly findings: readonly Finding[];
  readonly silenced: readonly Silenced[];
  readonly pragmas: readonly PragmaUse[];
}

export const DEFAULT_MAX_SIZE = 1024 * 1024;

/** Lints one file. Never throws, whatever the text is: a rule that fails becomes a finding. */
export function lint(
  text: string,
  configured: readonly ConfiguredRule[],
  invocation: Invocation,
  options: LintOptions = {},
): LintResult {
  const message = unreadable(text, options);
  if (message === undefined) return lintDockerfile(parseDockerfile(text, options), configured, invocation, options);
  const findings = [engineFinding(UNREADABLE_FILE, message, [0, 0])];
  return { dockerfile: parseDockerfile('', options), findings, silenced: [], pragmas: [] };
}

/** Lints a file that is parsed already; `run` may know of another way to run the rules than one by one on the file. */
export function lintDockerfile(
  dockerfile: Dockerfile,
  configured: readonly ConfiguredRule[],
  invocation: Invocation,
  options: LintOptions = {},
  run: typeof runRules = runRules,
): LintResult {
  const { catalogue = configured.map(({ rule }) => rule), honourPragmas = true, external = [] } = options;
  const { error, experimental } = checkDirective(dockerfile);
  const wanted = [...configured, ...experimentalRules(experimental, catalogue, configured)];
  const first = wanted.filter(({ rule }) => !rule.afterPragmas);
  const last = wanted.filter(({ rule }) => rule.afterPragmas);
  const own = run(dockerfile, first, invocation);
  const found = [...own, ...external.filter(finding => !own.some(known => isSame(known, finding)))];

  const written = pragmasOf(dockerfile);
  const pragmas = honourPragmas ? written : [];
  const heard = silence(dockerfile, pragmas, found, invocation.date);

  const running = new Set(first.map(({ rule }) => rule.id));
  const uses =
    written.length === 0
      ? []
      : pragmaUses(written, heard.silenced, invocation.date, nameIndex(catalogue), id => running.has(id));
  const foundLast = written.length === 0 ? [] : runRules(dockerfile, last, { ...invocation, pragmas: uses });
  const heardLast = silence(dockerfile, pragmas, foundLast, invocation.date);

  return {
    dockerfile,
    findings: inOrder(
      [...heard.findings, ...heardLast.findings].map(finding => (error ? asBuildkitError(finding) : finding)),
    ),
    silenced: [...heard.silenced, ...heardLast.silenced],
    pragmas: uses,
  };
}

/** What two programs find in one place under one name is one finding. */
function isSame(a: Finding, b: Finding): boolean {
  return a.rule.id === b.rule.id && a.at[0] < b.at[1] && b.at[0] < a.at[1];
}

/** False where the text is too long, or no text: then it is not parsed. */
export function isReadable(text: string, options: LintOptions): boolean {
  return unreadable(text, options) === undefined;
}

function unreadable(text: string, { maxSize = DEFAULT_MAX_SIZE }: LintOptions): string | undefined {
  if (text.length > maxSize) {
    return `The file has ${text.length} characters, more than the limit of ${maxSize}: raise \`max-size\` if it is a Dockerfile.`;
  }
  return isBinary(text) ? 'The file is binary, or not in UTF-8.' : undefined;
}

/** `# check=error=true` makes what BuildKit warns of fail the build, so it is an error here too. */
function asBuildkitError(finding: Finding): Finding {
  return codeOf(finding, 'buildkit') === undefined ? finding : { ...finding, severity: 'error' };
}

function inOrder(findings: readonly Finding[]): Finding[] {
  return findings.toSorted(
    (a, b) =>
      a.at[0] - b.at[0] || a.at[1] - b.at[1] || compare(a.rule.id, b.rule.id) || compare(a.messageId, b.messageId),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
