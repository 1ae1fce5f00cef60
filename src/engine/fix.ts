import type { Dockerfile } from '../dockerfile/model.ts';
import { parseDockerfile } from '../dockerfile/parse.ts';
import { applyEdits } from '../text/span.ts';
import { compatible, type Repair } from './compatible.ts';
import type { ConfiguredRule } from './finding.ts';
import { lint, lintDockerfile, type LintOptions, type LintResult } from './lint.ts';
import { overlayContext } from './overlay-context.ts';
import type { Fix, Invocation } from './rule.ts';

export interface FixOptions extends LintOptions {
  /** `unsafe` applies both kinds; `safe` unless given. */
  readonly allow?: Fix['safety'];
  /** Ids of the only rules whose fixes are applied; all unless given. */
  readonly only?: readonly string[];
}

/** Fixes of one kind that were applied. */
export interface Applied {
  readonly rule: string;
  readonly title: string;
  readonly safety: Fix['safety'];
  readonly count: number;
}

/** A rule whose fixes were taken back: a fault of this program, worth a report. */
export interface Rejected {
  readonly rule: string;
  /** `circular`: they undo another's or never end; `breaks`: BuildKit would reject the result, or its stages change. */
  readonly cause: 'circular' | 'breaks';
}

export interface FixResult {
  readonly text: string;
  /** Other files to write, whole: `.dockerignore` above all. */
  readonly files: ReadonlyMap<string, string>;
  readonly applied: readonly Applied[];
  /** What is left to report in the new text. */
  readonly remaining: LintResult;
  readonly rejected: readonly Rejected[];
  /** How often edits had to be taken back because they broke the file: never, in a program without faults. */
  readonly netHits: number;
  /** What was applied, pass by pass. */
  readonly steps: readonly Step[];
}

/** One pass: the text that it began with, and the repairs it made there. */
export interface Step {
  readonly text: string;
  readonly repairs: readonly Repair[];
}

const MAX_PASSES = 10;

/** Where a run of passes stands. */
interface State {
  readonly text: string;
  readonly files: ReadonlyMap<string, string>;
  readonly result: LintResult;
  /** What was applied to get here, pass by pass. */
  readonly history: readonly Step[];
}

type Outcome = { readonly end: State } | { readonly reject: readonly Rejected[] };

/** Fixes until nothing is left to fix. Each pass lints afresh, so no edit ever meets a stale offset. */
export function fixAll(
  text: string,
  configured: readonly ConfiguredRule[],
  invocation: Invocation,
  options: FixOptions = {},
): FixResult {
  const first = lint(text, configured, invocation, options);
  const rejected: Rejected[] = [];
  // A rule that misbehaves is left out, and all is done again from the start: so nothing of it stays behind.
  for (;;) {
    const outcome = runPasses(
      { text, files: new Map(), result: first, history: [] },
      configured,
      invocation,
      options,
      rejected,
    );
    if ('end' in outcome) return report(outcome.end, rejected);
    rejected.push(...outcome.reject);
  }
}

function runPasses(
  start: State,
  configured: readonly ConfiguredRule[],
  invocation: Invocation,
  options: FixOptions,
  rejected: readonly Rejected[],
): Outcome {
  const order = new Map(configured.map(({ rule }, index) => [rule.id, index]));
  const banned = new Set(rejected.map(({ rule }) => rule));
  const seen = [keyOf(start)];
  let state = start;
  for (;;) {
    const wanted = state.result.findings.filter(
      ({ rule }) => !banned.has(rule.id) && (options.only?.includes(rule.id) ?? true),
    );
    const repairs = compatible(wanted, order, options.allow ?? 'safe');
    if (repairs.length === 0) return { end: state };
    if (state.history.length === MAX_PASSES) return { reject: asCircular([repairs]) };

    const next = apply(state, repairs);
    const dockerfile = parseDockerfile(next.text, options);
    if (breaks(state.result.dockerfile, dockerfile, repairs)) return { reject: guilty(state, repairs, options) };

    const history = [...state.history, { text: state.text, repairs }];
    const before = seen.indexOf(keyOf(next));
    if (before !== -1) return { reject: asCircular(history.slice(before).map(step => step.repairs)) };
    seen.push(keyOf(next));
    state = {
      ...next,
      history,
      result: lintDockerfile(dockerfile, configured, seeing(invocation, next.files), options),
    };
  }
}

function apply(
  { text, files }: Pick<State, 'text' | 'files'>,
  repairs: readonly Repair[],
): Pick<State, 'text' | 'files'> {
  const written = repairs.flatMap(({ fix }) => fix.files ?? []);
  return {
    text: applyEdits(
      text,
      repairs.flatMap(({ fix }) => fix.edits),
    ),
    files: new Map([...files, ...written.map(file => [file.path, file.text] as const)]),
  };
}

function seeing(invocation: Invocation, files: ReadonlyMap<string, string>): Invocation {
  const { context } = invocation;
  return context && files.size > 0 ? { ...invocation, context: overlayContext(context, files) } : invocation;
}

function keyOf({ text, files }: Pick<State, 'text' | 'files'>): string {
  return JSON.stringify([text, [...files]]);
}

/** True where the new text has a problem that the old one had not, or safe fixes changed which stages there are. */
function breaks(before: Dockerfile, after: Dockerfile, repairs: readonly Repair[]): boolean {
  const known = new Map<string, number>();
  // Problems quote the text, whose letter case a fix may have changed.
  for (const { message } of before.problems)
    known.set(message.toLowerCase(), (known.get(message.toLowerCase()) ?? 0) + 1);
  // A file with instructions before its first FROM is rejected whatever their number.
  const homeless = before.problems.some(({ kind }) => kind === 'before-from');
  for (const { kind, message } of after.problems) {
    if (homeless && kind === 'before-from') continue;
    const left = known.get(message.toLowerCase()) ?? 0;
    if (left === 0) return true;
    known.set(message.toLowerCase(), left - 1);
  }
  const safe = repairs.every(({ fix }) => fix.safety === 'safe');
  return safe && stageNames(before) !== stageNames(after);
}

function stageNames({ stages }: Dockerfile): string {
  return JSON.stringify(stages.map(({ name }) => name ?? null));
}

/** The rule whose fix breaks the text, found by adding one repair after the other. */
function guilty(state: State, repairs: readonly Repair[], options: FixOptions): Rejected[] {
  const count = repairs.findIndex((_, index) => {
    const some = repairs.slice(0, index + 1);
    return breaks(state.result.dockerfile, parseDockerfile(apply(state, some).text, options), some);
  });
  const rule = (repairs[count] ?? repairs.at(-1))?.finding.rule.id;
  return rule === undefined ? [] : [{ rule, cause: 'breaks' }];
}

function asCircular(passes: readonly (readonly Repair[])[]): Rejected[] {
  const rules = new Set(passes.flat().map(({ finding }) => finding.rule.id));
  return Array.from(rules, rule => ({ rule, cause: 'circular' }));
}

function report({ text, files, result, history }: State, rejected: readonly Rejected[]): FixResult {
  return {
    text,
    files,
    applied: summary(history.flatMap(({ repairs }) => repairs)),
    remaining: result,
    rejected,
    netHits: rejected.filter(({ cause }) => cause === 'breaks').length,
    steps: history,
  };
}

function summary(repairs: readonly Repair[]): Applied[] {
  const byKind = new Map<string, Applied>();
  for (const { finding, fix } of repairs) {
    const key = JSON.stringify([finding.rule.id, fix.title, fix.safety]);
    const count = (byKind.get(key)?.count ?? 0) + 1;
    byKind.set(key, { rule: finding.rule.id, title: fix.title, safety: fix.safety, count });
  }
  return [...byKind.values()];
}
