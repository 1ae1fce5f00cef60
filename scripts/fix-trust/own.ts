import { fixAll, type FixResult } from '../../src/engine/fix.ts';
import { lint, type LintResult } from '../../src/engine/lint.ts';
import { overlayContext } from '../../src/engine/overlay-context.ts';
import { preset } from '../../src/engine/presets.ts';
import { invocationOn } from '../../src/engine/rule.ts';
import { rules } from '../../src/rules/index.ts';
import type { Input } from './inputs.ts';
import type { Ask, Verdict } from './oracle.ts';
import { textsOf, unmeantChanges } from './unmeant.ts';

export type Allow = 'safe' | 'unsafe';

export const HARMS = [
  'broken',
  'changed again',
  'new BuildKit warnings',
  'new errors',
  'unmeant',
  'other form',
  'taken back',
  'by the net',
] as const;

/** Something that a fix must never do. */
export interface Harm {
  readonly input: Input;
  readonly kind: (typeof HARMS)[number];
  readonly detail: string;
}

const configured = preset('strict', rules);
const DATE = '2026-11-01';

/** The texts as they are left by a run, with every rule on, and the harm that came of it. */
export function fixOwn(
  inputs: readonly Input[],
  allow: Allow,
  ask: Ask,
): { readonly fixed: readonly string[]; readonly harms: readonly Harm[] } {
  const results = inputs.map(input => fix(input, allow));
  ask(results.flatMap(({ text, steps }) => [text, ...textsOf(steps)]));
  const harms = inputs.flatMap((input, index) => {
    const result = results[index];
    return result ? harmsOf(input, result, allow, ask) : [];
  });
  return { fixed: results.map(({ text }) => text), harms };
}

function fix({ text, context }: Omit<Input, 'path'>, allow: Allow): FixResult {
  return fixAll(text, configured, invocationOn(DATE, { context }), { allow });
}

function harmsOf(input: Input, result: FixResult, allow: Allow, ask: Ask): readonly Harm[] {
  const [before, after] = ask([input.text, result.text]);
  const found: readonly (readonly [Harm['kind'], readonly string[]])[] = [
    ['broken', isBroken(before, after) ? [after?.rejected ?? ''] : []],
    ['changed again', changesAgain(input, result, allow)],
    ['new BuildKit warnings', newWarnings(before, after)],
    ['new errors', before?.rejected === undefined ? newErrors(input, result) : []],
    ['unmeant', unmeantChanges(result.steps, ask)],
    ['other form', otherForm(input.text, result.text)],
    ['taken back', result.rejected.map(({ rule, cause }) => `${rule} ${cause}`)],
    ['by the net', result.rejected.filter(({ cause }) => cause === 'breaks').map(({ rule }) => rule)],
  ];
  return found.flatMap(([kind, details]) => details.map(detail => ({ input, kind, detail })));
}

export function isBroken(before: Verdict | undefined, after: Verdict | undefined): boolean {
  return before?.rejected === undefined && after?.rejected !== undefined;
}

/** Names of the build checks that warn more often than before of a file that was valid. */
export function newWarnings(before: Verdict | undefined, after: Verdict | undefined): readonly string[] {
  if (before?.rejected !== undefined) return [];
  return [...(after?.warnings ?? [])]
    .filter(([rule, count]) => count > (before?.warnings.get(rule) ?? 0))
    .map(([rule]) => rule);
}

/** The rules that still fix something in a second run, which sees the files that the first wrote. */
function changesAgain({ context }: Input, { text, files }: FixResult, allow: Allow): readonly string[] {
  const again = fix({ text, context: context && overlayContext(context, files) }, allow);
  const isSame = again.text === text && [...again.files].every(([path, written]) => files.get(path) === written);
  return isSame ? [] : [again.applied.map(({ rule }) => rule).join(', ')];
}

/** Rules with severity error that report more than before: of a valid file, since in others one error may hide the next. */
function newErrors({ text, context }: Input, { remaining }: FixResult): readonly string[] {
  const old = errorsIn(lint(text, configured, invocationOn(DATE, { context })));
  return [...errorsIn(remaining)].filter(([id, now]) => now > (old.get(id) ?? 0)).map(([id]) => id);
}

function errorsIn({ findings }: LintResult): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { severity, rule } of findings)
    if (severity === 'error') counts.set(rule.id, (counts.get(rule.id) ?? 0) + 1);
  return counts;
}

/** What of byte order mark and last newline did not stay, and which line ends there were not before. */
function otherForm(before: string, after: string): readonly string[] {
  const found: Readonly<Record<string, boolean>> = {
    'byte order mark': before.startsWith('\uFEFF') !== after.startsWith('\uFEFF'),
    'last newline': before.endsWith('\n') !== after.endsWith('\n'),
    LF: /[^\r]\n/.test(after) && !/(?:^|[^\r])\n/.test(before) && before.includes('\n'),
    'CR LF': after.includes('\r\n') && !before.includes('\r\n'),
  };
  return Object.keys(found).filter(name => found[name]);
}
