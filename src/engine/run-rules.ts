import type { Dockerfile } from '../dockerfile/model.ts';
import { lastAtMost } from '../text/lines.ts';
import { contains, type Span } from '../text/span.ts';
import { engineFinding, INTERNAL_ERROR, type ConfiguredRule, type Finding } from './finding.ts';
import type { Fix, Invocation, Meta, RawFinding } from './rule.ts';

/** What the rules find in one file, rule by rule. A rule that throws becomes one `internal-error`; the others go on. */
export function runRules(
  dockerfile: Dockerfile,
  configured: readonly ConfiguredRule[],
  invocation: Invocation,
): Finding[] {
  const ships = shipping(dockerfile);
  return configured.flatMap(one => {
    const { rule, everywhere } = one;
    try {
      const found = rule.run(dockerfile, invocation, one.options);
      // Most rules find nothing in most files.
      if (found.length === 0) return [];
      return found
        .filter(({ at }) => everywhere === true || ships(rule.applies, at[0]))
        .flatMap(raw => checked(raw, one, dockerfile.text));
    } catch (cause) {
      return [failure(rule.id, cause instanceof Error ? cause.message : String(cause), [0, 0])];
    }
  });
}

/** The finding with its severity; none where its message is off; a failure too where what it says of the text cannot be. */
function checked(raw: RawFinding, { rule, severity, messages }: ConfiguredRule, text: string): Finding[] {
  const own = messages?.[raw.messageId] ?? severity;
  if (own === 'off') return [];
  if (!isSpan(raw.at, text)) return [failure(rule.id, `it reported the place ${raw.at.join('–')}`, [0, 0])];
  const finding: Finding = { ...raw, rule, severity: own };
  if (!raw.fix || isSound(raw.fix, text)) return [finding];
  return [
    { ...finding, fix: undefined },
    failure(rule.id, 'the edits of its fix overlap or lie outside the text', raw.at),
  ];
}

function failure(id: string, cause: string, at: Span): Finding {
  return engineFinding(
    INTERNAL_ERROR,
    `The rule \`${id}\` failed: ${cause}. Please report it; the other rules were run.`,
    at,
  );
}

/** True where the edits of a fix lie in the text, on character boundaries, and apart from one another. */
function isSound({ edits }: Fix, text: string): boolean {
  const spans = edits.map(({ span }) => span).toSorted((a, b) => a[0] - b[0] || a[1] - b[1]);
  return spans.every((span, index) => isSpan(span, text) && (spans[index - 1]?.[1] ?? 0) <= span[0]);
}

function isSpan([start, end]: Span, text: string): boolean {
  return start <= end && contains([0, text.length], [start, end]) && !splitsPair(text, start) && !splitsPair(text, end);
}

function splitsPair(text: string, offset: number): boolean {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(Math.max(0, offset - 1), offset + 1));
}

/** Whether a rule that applies to some stages applies to a place; what is in no stage counts. */
function shipping({ stages }: Dockerfile): (applies: Meta['applies'], offset: number) => boolean {
  const starts = stages.map(({ span }) => span[0]);
  return (applies, offset) => {
    const stage = applies === 'any' ? undefined : stages[lastAtMost(starts, offset)];
    return stage === undefined || (applies === 'shipped' ? stage.isShipped : stage.layersShip);
  };
}
