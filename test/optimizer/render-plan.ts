import type { Obligation, Plan, Refusal } from '../../src/optimizer/plan.ts';

/** A plan as a reviewer reads it: outcome, reasons, new files. */
export function renderPlan(plan: Plan): string {
  const lines = [
    `outcome: ${plan.outcome}${plan.rung === undefined ? '' : ` at ${plan.rung}`}${plan.recipe === undefined ? '' : ` (${plan.recipe})`}`,
  ];
  for (const warning of plan.warnings) lines.push(`warning: ${warning}`);
  for (const refusal of plan.attempts.length === 0 ? plan.refusals : []) lines.push(refusalLine(refusal));
  for (const { rung, outcome, refusals, obligations } of plan.attempts) {
    lines.push('', `${rung} ${outcome}`);
    for (const refusal of refusals) lines.push(`  ${refusalLine(refusal)}`);
    for (const obligation of obligations)
      if (outcome === 'taken' || obligation.verdict !== 'proven') lines.push(`  ${obligationLine(obligation)}`);
  }
  if (plan.steps.length > 0) lines.push('', 'steps');
  for (const { what, why, lines: where } of plan.steps)
    lines.push(`  ${what}${where.length === 0 ? '' : ` [${where.join(', ')}]`}: ${why}`);
  if (plan.configuration.changes.length > 0) lines.push('', 'configuration');
  for (const { field, before, after, reason } of plan.configuration.changes)
    lines.push(`  ${field}: ${before ?? '-'} -> ${after ?? '-'} (${reason})`);
  for (const { path, text } of plan.fix?.files ?? [])
    lines.push(
      '',
      `new ${path}`,
      ...text
        .trimEnd()
        .split('\n')
        .map(line => `  ${line}`),
    );
  return `${lines.join('\n')}\n`;
}

function refusalLine({ hazard, reason, evidence, remedy }: Refusal): string {
  return `refused${hazard === undefined ? '' : ` H${hazard}`}: ${reason}${places(evidence)}${remedy === undefined ? '' : ` => ${remedy}`}`;
}

function obligationLine({ hazard, verdict, claim, evidence, remedy }: Obligation): string {
  return `H${hazard} ${verdict}: ${claim}${places(evidence)}${remedy === undefined ? '' : ` => ${remedy}`}`;
}

function places(evidence: Obligation['evidence']): string {
  return evidence.map(({ file, line }) => ` {${file}${line === undefined ? '' : `:${line}`}}`).join('');
}
