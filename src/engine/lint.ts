import type { Dockerfile } from '../dockerfile/model.ts';
import type { Span } from '../text/span.ts';
import type { Invocation, Meta, RawFinding, Rule, Severity } from './rule.ts';

/** A rule as one run uses it. */
export interface ConfiguredRule {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly options: Readonly<Record<string, unknown>>;
}

/** What a rule found in one file, ready for any reporter. */
export interface Finding extends RawFinding {
  readonly rule: Meta;
  readonly severity: Severity;
}

/** What the rules find in one file, rule by rule: the earlier rule's fix wins where two overlap. */
export function runRules(
  dockerfile: Dockerfile,
  configured: readonly ConfiguredRule[],
  invocation: Invocation,
): Finding[] {
  return configured.flatMap(({ rule, severity, options }) =>
    rule
      .run(dockerfile, invocation, options)
      .filter(({ at }) => rule.applies === 'any' || ships(dockerfile, at))
      .map(finding => ({ ...finding, rule, severity })),
  );
}

/** True where a place is in no stage, or in one that ends up in an image. */
function ships(dockerfile: Dockerfile, [at]: Span): boolean {
  const stage = dockerfile.stages.findLast(({ span }) => span[0] <= at);
  return stage === undefined || stage.isShipped;
}
