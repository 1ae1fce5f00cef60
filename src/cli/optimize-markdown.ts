import type { Evidence, Plan } from '../optimizer/plan.ts';
import { unifiedDiff } from './unified-diff.ts';

/** A plan for a pull request. */
export function planMarkdown(path: string, before: string, plan: Plan): string {
  const parts = [
    `## ${plain(path)}: ${headline(plan)}`,
    ...plan.warnings.map(warning => `> ${plain(warning)}`),
    plan.fix === undefined
      ? ''
      : fenced(
          'diff',
          unifiedDiff(path, before, plan.text) +
            (plan.fix.files ?? []).map(file => unifiedDiff(file.path, undefined, file.text)).join(''),
        ),
    table(
      ['Step', 'Why', 'Expected'],
      plan.steps.map(({ what, why, effect }) => [what, why, effect]),
    ),
    table(
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
    table(['Out of reach', 'Reason', 'Seen at', 'What would satisfy it'], outOfReach(plan)),
    table(
      ['Configuration', 'Before', 'After', 'Why'],
      plan.configuration.changes.map(({ field, before: from, after: to, reason }) => [
        field,
        from ?? 'none',
        to ?? 'none',
        reason,
      ]),
    ),
    plan.checks.length === 0
      ? ''
      : ['To check by hand:', '', ...plan.checks.map(check => `- [ ] ${plain(check)}`)].join('\n'),
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

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const line = (cells: readonly string[]): string => `| ${cells.map(plain).join(' | ')} |`;
  return [line(head), `| ${head.map(() => '---').join(' | ')} |`, ...rows.map(line)].join('\n');
}

/** Text that Markdown and HTML leave as it is. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>()#+!|~@&]/g, character => `&#${character.charCodeAt(0)};`);
}

/** A block that its own text cannot end. */
function fenced(language: string, text: string): string {
  const longest = Math.max(2, ...Array.from(text.matchAll(/`+/g), ([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text.trimEnd()}\n${fence}`;
}
