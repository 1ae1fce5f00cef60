import type { Attempt, Evidence, Obligation, Plan, Refusal } from '../optimizer/plan.ts';
import { escapeControls } from '../reporters/escape.ts';
import { type Ink, paint, type Style } from '../reporters/style.ts';
import { wrap } from '../reporters/wrap.ts';
import { shownValue } from './shown-value.ts';
import { drawDiff, unifiedDiff } from './unified-diff.ts';

const RUNG_NAMES = { T2: 'distroless', T1: 'several stages, slim runtime', T0: 'better order, same stages' } as const;
const VERDICT_INKS: Readonly<Record<Obligation['verdict'], Ink>> = {
  proven: 'green',
  assumed: 'yellow',
  failed: 'red',
};

/** What `plimsoll optimize` prints in a terminal. Text from files is made harmless. */
export function planText(path: string, before: string, plan: Plan, style: Style): string {
  const sections = [
    diffs(path, before, plan, style),
    summary(path, plan, style),
    ...plan.warnings.map(warning => paint(style, 'yellow', wrap(escapeControls(warning), style.width).join('\n'))),
    steps(plan, style),
    unsettled(plan, style),
    rungs(plan, style),
    configuration(plan, style),
    list(
      'Estimates',
      plan.estimates.map(({ about, value, basis }) => `${about}: ${value} (${basis})`),
      style,
    ),
    list('Check by hand', plan.checks, style),
  ];
  return `${sections.filter(section => section !== '').join('\n\n')}\n`;
}

function diffs(path: string, before: string, plan: Plan, style: Style): string {
  const files = plan.fix?.files ?? [];
  const patches = [
    unifiedDiff(path, before, plan.text),
    ...files.map(file => unifiedDiff(file.path, undefined, file.text)),
  ];
  return patches
    .filter(patch => patch !== '')
    .map(patch => drawDiff(patch, style).trimEnd())
    .join('\n');
}

function summary(path: string, plan: Plan, style: Style): string {
  const name = escapeControls(path);
  if (plan.outcome === 'rewritten' && plan.rung !== undefined)
    return paint(style, 'bold', `${name}: rewritten to ${plan.rung} (${RUNG_NAMES[plan.rung]}); planned, not built.`);
  if (plan.outcome === 'lean') return paint(style, 'bold', `${name}: already lean; nothing to do.`);
  const reasons = plan.attempts.length === 0 ? plan.refusals : [];
  return [paint(style, 'bold', `${name}: refused.`), ...reasons.flatMap(refusal => refusalLines(refusal, style))].join(
    '\n',
  );
}

function steps(plan: Plan, style: Style): string {
  if (plan.steps.length === 0) return '';
  const rows = plan.steps.flatMap(({ what, why, lines, effect }, index) => {
    const where = lines.length === 0 ? '' : ` (line ${lines.join(', ')})`;
    const [title = '', ...more] = wrap(escapeControls(what + where), style.width - 4);
    const reason = effect === '' ? why : `${why} Expected: ${effect}.`;
    return [
      `${String(index + 1).padStart(2)}. ${title}`,
      ...more.map(line => `    ${line}`),
      ...indented(reason, style),
    ];
  });
  return [paint(style, 'bold', 'Steps'), ...rows].join('\n');
}

/** Obligations that the reader has to know of: assumed ones, and how many are proven. */
function unsettled(plan: Plan, style: Style): string {
  if (plan.obligations.length === 0) return '';
  const open = plan.obligations.filter(({ verdict }) => verdict !== 'proven');
  const proven = plan.obligations.length - open.length;
  return [
    paint(style, 'bold', `Obligations: ${proven} proven, ${open.length} assumed`),
    ...open.flatMap(obligation => obligationLines(obligation, style)),
  ].join('\n');
}

/** The rungs above the one that was taken, and why they are out of reach. */
function rungs({ attempts }: Plan, style: Style): string {
  const failed = attempts.filter(({ outcome }) => outcome !== 'taken');
  if (failed.length === 0) return '';
  return failed.map(attempt => attemptLines(attempt, style).join('\n')).join('\n\n');
}

function attemptLines({ rung, outcome, refusals, obligations }: Attempt, style: Style): string[] {
  const head =
    outcome === 'pointless'
      ? `${rung} (${RUNG_NAMES[rung]}) would gain nothing`
      : `${rung} (${RUNG_NAMES[rung]}) is out of reach`;
  const failed = obligations.filter(({ verdict }) => verdict === 'failed');
  return [
    paint(style, 'bold', head),
    ...refusals.flatMap(refusal => refusalLines(refusal, style)),
    ...failed.flatMap(obligation => obligationLines(obligation, style)),
  ];
}

function refusalLines({ hazard, reason, evidence, remedy }: Refusal, style: Style): string[] {
  return [
    ...claimLines(hazard === undefined ? '' : `H${hazard}`, 'red', reason, evidence, style),
    ...(remedy === undefined ? [] : indented(remedy, style)),
  ];
}

function obligationLines({ hazard, verdict, claim, evidence, remedy }: Obligation, style: Style): string[] {
  return [
    ...claimLines(`H${hazard} ${verdict}`, VERDICT_INKS[verdict], claim, evidence, style),
    ...(remedy === undefined ? [] : indented(remedy, style)),
  ];
}

/** A hazard's number and verdict, what is said of it, and where that was seen. */
function claimLines(
  head: string,
  ink: Ink,
  claim: string,
  evidence: readonly Evidence[],
  style: Style,
): readonly string[] {
  const seen = evidence.map(({ file, line }) => escapeControls(line === undefined ? file : `${file}:${line}`));
  const places = new Set(seen);
  const text = [...(head === '' ? [] : [head]), escapeControls(claim), ...seen].join(' ');
  return hanging(text, style).map((line, index) => {
    const rest = index === 0 ? line.slice(2 + head.length) : line;
    const painted = rest.split(' ').map(word => (places.has(word) ? paint(style, 'cyan', word) : word));
    return `${index === 0 ? `  ${paint(style, ink, head)}` : ''}${painted.join(' ')}`;
  });
}

/** An item of a list; what does not fit into its first line is indented. */
function hanging(text: string, { width }: Style): string[] {
  return wrap(text, width - 4).map((line, index) => `${index === 0 ? '  ' : '    '}${line}`);
}

function indented(text: string, style: Style): string[] {
  return wrap(escapeControls(text), style.width - 4).map(line => paint(style, 'dim', `    ${line}`));
}

function configuration({ configuration: { changes } }: Plan, style: Style): string {
  return list(
    'Configuration of the image',
    changes.map(
      ({ field, before, after, reason }) => `${field}: ${shownValue(before)} → ${shownValue(after)} (${reason})`,
    ),
    style,
  );
}

function list(title: string, items: readonly string[], style: Style): string {
  return items.length === 0
    ? ''
    : [paint(style, 'bold', title), ...items.flatMap(item => hanging(escapeControls(item), style))].join('\n');
}
