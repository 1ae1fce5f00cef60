import type { Evidence, Plan } from '../optimizer/plan.ts';
import { parseDockerfile } from '../dockerfile/parse.ts';
import { escapeHtml, htmlPage, htmlTable } from '../reporters/html-page.ts';
import { headline } from './optimize-markdown.ts';
import { shownValue } from './shown-value.ts';

const STYLE = `.two{display:grid;grid-template-columns:1fr 1fr;gap:1rem}pre span{display:block}.gone{background:#d734}.new{background:#3a64}
.failed{color:#c22}.assumed{color:#a60}.proven{color:#282}svg{max-width:100%}rect{fill:none;stroke:currentColor}
svg text{font:13px ui-monospace,monospace;fill:currentColor}path{fill:none;stroke:currentColor}`;

/** A plan as one page that needs nothing else: the two files, the stages, the obligations. All text is escaped. */
export function planHtml(path: string, before: string, plan: Plan): string {
  const title = `${path}: ${headline(plan)}`;
  return htmlPage(title, STYLE, [
    `<h1>${escapeHtml(title)}</h1>`,
    ...plan.warnings.map(warning => `<p class="assumed">${escapeHtml(warning)}</p>`),
    `<div class="two"><section><h2>Before</h2>${sideOf(before, plan.text, 'gone')}</section><section><h2>After</h2>${sideOf(plan.text, before, 'new')}</section></div>`,
    `<h2>Stages</h2>${stageGraph(plan.text)}`,
    ...(plan.fix?.files ?? []).map(file => `<h2>${escapeHtml(file.path)}</h2><pre>${escapeHtml(file.text)}</pre>`),
    htmlTable(
      'Steps',
      ['What', 'Why', 'Lines', 'Expected'],
      plan.steps.map(({ what, why, lines, effect }) => [what, why, lines.join(', '), effect]),
    ),
    obligations(plan),
    htmlTable('Out of reach', ['Rung', 'Hazard', 'Reason', 'Seen at', 'What would satisfy it'], outOfReach(plan)),
    htmlTable(
      'Configuration',
      ['Field', 'Before', 'After', 'Why'],
      plan.configuration.changes.map(({ field, before: from, after, reason }) => [
        field,
        shownValue(from),
        shownValue(after),
        reason,
      ]),
    ),
    htmlTable(
      'Check by hand',
      ['What'],
      plan.checks.map(check => [check]),
    ),
  ]);
}

/** One of the files, with the lines marked that the other has not. */
function sideOf(text: string, other: string, mark: string): string {
  const left = new Map<string, number>();
  for (const line of other.split('\n')) left.set(line, (left.get(line) ?? 0) + 1);
  const lines = text
    .trimEnd()
    .split('\n')
    .map(line => {
      const count = left.get(line) ?? 0;
      left.set(line, count - 1);
      return `<span${count > 0 || line.trim() === '' ? '' : ` class="${mark}"`}>${escapeHtml(line) || ' '}</span>`;
    });
  return `<pre>${lines.join('')}</pre>`;
}

function stageGraph(text: string): string {
  const { stages } = parseDockerfile(text);
  const boxes = stages.map(({ name, from, index }) => {
    const label = `${name ?? `stage ${index}`}: ${from.image?.text ?? ''}`;
    return `<rect x="10" y="${10 + index * 60}" width="460" height="34" rx="5"/><text x="22" y="${32 + index * 60}">${escapeHtml(label.slice(0, 60))}</text>`;
  });
  const arrows = stages.flatMap(({ dependsOn, index }) =>
    dependsOn.map(
      other => `<path d="M${490 + other.index * 8} ${27 + other.index * 60} h20 V${27 + index * 60} h-30"/>`,
    ),
  );
  return `<svg viewBox="0 0 640 ${20 + stages.length * 60}" role="img" aria-label="Stages">${boxes.join('')}${arrows.join('')}</svg>`;
}

function obligations({ obligations: all }: Plan): string {
  if (all.length === 0) return '';
  const rows = all.map(
    ({ hazard, verdict, claim, evidence, remedy }) =>
      `<tr><td>H${hazard}</td><td class="${verdict}">${verdict}</td><td>${escapeHtml(claim)}</td><td>${escapeHtml(places(evidence))}</td><td>${escapeHtml(remedy ?? '')}</td></tr>`,
  );
  return `<h2>Obligations</h2><table><tr><th>Hazard</th><th>Verdict</th><th>What</th><th>Seen at</th><th>What would satisfy it</th></tr>${rows.join('')}</table>`;
}

function outOfReach({ attempts, refusals }: Plan): string[][] {
  const tried = attempts
    .filter(({ outcome }) => outcome !== 'taken')
    .flatMap(({ rung, refusals: reasons, obligations: judged }) => [
      ...reasons.map(({ hazard, reason, evidence, remedy }) => [
        rung,
        number(hazard),
        reason,
        places(evidence),
        remedy ?? '',
      ]),
      ...judged
        .filter(({ verdict }) => verdict === 'failed')
        .map(({ hazard, claim, evidence, remedy }) => [rung, number(hazard), claim, places(evidence), remedy ?? '']),
    ]);
  return attempts.length > 0
    ? tried
    : refusals.map(({ hazard, reason, evidence, remedy }) => [
        'every',
        number(hazard),
        reason,
        places(evidence),
        remedy ?? '',
      ]);
}

function number(hazard: number | undefined): string {
  return hazard === undefined ? '' : `H${hazard}`;
}

function places(evidence: readonly Evidence[]): string {
  return evidence.map(({ file, line }) => `${file}${line === undefined ? '' : `:${line}`}`).join(', ');
}
