import type { Evidence, Plan } from '../optimizer/plan.ts';
import { fencedMarkdown, markdownTable, plainMarkdown } from '../reporters/markdown-text.ts';
import { unifiedDiff } from './unified-diff.ts';
import { shownValue } from './shown-value.ts';

/** A plan for a pull request. */
export function planMarkdown(path: string, before: string, plan: Plan): string {
  const parts = [
    `## ${plainMarkdown(path)}: ${headline(plan)}`,
    ...plan.warnings.map(warning => `> ${plainMarkdown(warning)}`),
    plan.fix === undefined
      ? ''
      : fencedMarkdown(
          'diff',
          unifiedDiff(path, before, plan.text) +
            (plan.fix.files ?? []).map(file => unifiedDiff(file.path, undefined, file.text)).join(''),
        ),
    markdownTable(
      ['Step', 'Why', 'Expected'],
      plan.steps.map(({ what, why, effect }) => [what, why, effect]),
    ),
    markdownTable(
      ['Hazard', 'Verdict', 'What', 'Seen at', 'What would satisfy it'],
      plan.obligations
        .filter(({ verdict }) => verdict !== 'proven')
        .map(({ hazard, verdict, claim, evidence, remedy }) => [
          `H${hazard}`,
          verdict,
          claim,
          places(evidence),
          remedy ?? '',
        ]),
    ),
    markdownTable(['Out of reach', 'Reason', 'Seen at', 'What would satisfy it'], outOfReach(plan)),
    markdownTable(
      ['Configuration', 'Before', 'After', 'Why'],
      plan.configuration.changes.map(({ field, before: from, after: to, reason }) => [
        field,
        shownValue(from),
        shownValue(to),
        reason,
      ]),
    ),
    plan.checks.length === 0
      ? ''
      : ['To check by hand:', '', ...plan.checks.map(check => `- [ ] ${plainMarkdown(check)}`)].join('\n'),
  ];
  return `${parts.filter(part => part !== '').join('\n\n')}\n`;
}

export function headline({ outcome, rung, obligations }: Plan): string {
  if (outcome === 'lean') return 'already lean';
  if (outcome === 'refused') return 'refused';
  const proven = obligations.filter(({ verdict }) => verdict === 'proven').length;
  return `rewritten to ${rung ?? ''} (planned, not built; ${proven} of ${obligations.length} obligations proven)`;
}

function outOfReach({ attempts, refusals }: Plan): string[][] {
  const rows = attempts
    .filter(({ outcome }) => outcome !== 'taken')
    .flatMap(attempt => [
      ...attempt.refusals.map(({ hazard, reason, evidence, remedy }) => [
        label(attempt.rung, hazard),
        reason,
        places(evidence),
        remedy ?? '',
      ]),
      ...attempt.obligations
        .filter(({ verdict }) => verdict === 'failed')
        .map(({ hazard, claim, evidence, remedy }) => [
          label(attempt.rung, hazard),
          claim,
          places(evidence),
          remedy ?? '',
        ]),
    ]);
  return attempts.length > 0
    ? rows
    : refusals.map(({ hazard, reason, evidence, remedy }) => [
        label('every rung', hazard),
        reason,
        places(evidence),
        remedy ?? '',
      ]);
}

function label(rung: string, hazard: number | undefined): string {
  return hazard === undefined ? rung : `${rung} H${hazard}`;
}

function places(evidence: readonly Evidence[]): string {
  return evidence.map(({ file, line }) => `${file}${line === undefined ? '' : `:${line}`}`).join(', ');
}
