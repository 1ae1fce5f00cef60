import type { Dockerfile, Stage } from '../dockerfile/model.ts';
import { parseDockerfile } from '../dockerfile/parse.ts';
import { lastAtMost, lineEndOf } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { INTERNAL_ERROR, type ConfiguredRule, type Finding } from './finding.ts';
import { isReadable, lint, lintDockerfile, type LintOptions, type LintResult } from './lint.ts';
import type { Invocation } from './rule.ts';
import { runRules } from './run-rules.ts';

/** Lints the versions of one file in turn; what it gives for a text is what `lint` gives for it. */
export type Relinter = (text: string) => LintResult;

/**
 * A part is the text of a stage with what stands above it; the first part is what stands above the first stage. A group is the stages
 * that are tied to one another, by whatever number of steps: what a rule finds in a group hangs on its parts and the first part
 * alone, unless the rule says `wholeFile`.
 */
interface Outline {
  readonly parts: readonly string[];
  /** The offset, and the line, that each part begins at. */
  readonly starts: readonly number[];
  readonly lines: readonly number[];
  /** Of each part, the first of its group; the first part is a group of its own. */
  readonly groups: readonly number[];
  /** What the whole file makes of its stages: their names, which of them ship, the line ends and the letter case that fixes write. */
  readonly roles: string;
}

interface Version extends Outline {
  /** Of each part, what the rules found in it that look at groups. */
  readonly found: readonly (readonly Finding[])[];
}

/**
 * Lints as `lint` does, but runs rules afresh only on the stages that an edit can have touched. Where the build context or anything
 * else of the invocation changes, make a new one.
 */
export function relinter(
  configured: readonly ConfiguredRule[],
  invocation: Invocation,
  options: LintOptions = {},
): Relinter {
  let before: Version | undefined;
  return text => {
    if (!isReadable(text, options)) return lint(text, configured, invocation, options);
    return lintDockerfile(parseDockerfile(text, options), configured, invocation, options, (dockerfile, rules) => {
      const groupwise = rules.filter(({ rule }) => rule.wholeFile !== true);
      const others = rules.filter(({ rule }) => rule.wholeFile === true);
      before = nextVersion(dockerfile, before, part => runRules(part, groupwise, invocation));
      return [...before.found.flat(), ...runRules(dockerfile, others, invocation)];
    });
  };
}

function nextVersion(
  dockerfile: Dockerfile,
  before: Version | undefined,
  run: (dockerfile: Dockerfile) => readonly Finding[],
): Version {
  const now = outlineOf(dockerfile);
  const afresh = (): Version => ({ ...now, found: byPart(run(dockerfile), now) });
  const touched = before && touchedGroups(before, now);
  if (before === undefined || touched === undefined) return afresh();
  const stages = dockerfile.stages.filter(({ index }) => touched.has(now.groups[index + 1] ?? 0));
  const fresh = run(only(dockerfile, stages));
  // Where a rule fails, it fails as it does on the whole file.
  if (fresh.some(({ rule }) => rule === INTERNAL_ERROR)) return afresh();
  const found = [...moved(before, now)];
  const freshByPart = byPart(fresh, now);
  for (const { index } of stages) found[index + 1] = freshByPart[index + 1] ?? [];
  return { ...now, found };
}

function outlineOf({ text, lines, stages }: Dockerfile): Outline {
  const first = stages[0]?.from.span[0] ?? text.length;
  const starts = [0, ...stages.map((_, index) => stages[index - 1]?.span[1] ?? first)];
  return {
    starts,
    lines: starts.map(start => lines.position(start).line),
    parts: starts.map((start, part) => text.slice(start, starts[part + 1])),
    groups: groupsOf(stages),
    roles: [
      lineEndOf(text),
      text.slice(...(stages[0]?.from.keywordSpan ?? [0, 0])),
      ...stages.map(({ name, isShipped, layersShip }) => `${name} ${isShipped} ${layersShip}`),
    ].join('\n'),
  };
}

function groupsOf(stages: readonly Stage[]): readonly number[] {
  const above = [0, ...stages.map(({ index }) => index + 1)];
  const firstOf = (part: number): number => {
    let first = part;
    while (above[first] !== first) first = above[first] ?? first;
    above[part] = first;
    return first;
  };
  for (const { index, dependsOn } of stages) {
    for (const other of dependsOn) {
      const [a, b] = [firstOf(index + 1), firstOf(other.index + 1)];
      above[Math.max(a, b)] = Math.min(a, b);
    }
  }
  return above.map((_, part) => firstOf(part));
}

/** The groups in which something else may be found now; undefined where that is every one. */
function touchedGroups(before: Version, now: Outline): ReadonlySet<number> | undefined {
  const isSame =
    before.groups.length === now.groups.length && before.groups.every((group, i) => group === now.groups[i]);
  if (!isSame || before.roles !== now.roles || before.parts[0] !== now.parts[0]) return undefined;
  const groupsWith = (isSuch: (part: number) => boolean): ReadonlySet<number> =>
    new Set(now.groups.filter((_, part) => isSuch(part)));
  const changed = groupsWith(part => before.parts[part] !== now.parts[part]);
  const shifted = groupsWith(part => before.lines[part] !== now.lines[part]);
  const telling = shifted.size === 0 ? shifted : groupsWith(part => before.found[part]?.some(saysLine) === true);
  // What is found in the last stage may hang on what `optimize` makes of the whole.
  const last = now.groups.at(-1) ?? 0;
  return new Set([last, ...changed, ...[...shifted].filter(group => telling.has(group))]);
}

/** True where the message names a line, which moves with what stands above it. */
function saysLine({ message, fix }: Finding): boolean {
  return /\bline \d/.test(`${message} ${fix?.title}`);
}

/** The same file, of which rules see a few stages only. */
function only(dockerfile: Dockerfile, stages: readonly Stage[]): Dockerfile {
  return { ...dockerfile, stages, instructions: stages.flatMap(({ from, instructions }) => [from, ...instructions]) };
}

function byPart(findings: readonly Finding[], { starts }: Outline): readonly (readonly Finding[])[] {
  const parts = starts.map((): Finding[] => []);
  for (const finding of findings) parts[lastAtMost(starts, finding.at[0])]?.push(finding);
  return parts;
}

/** What was found in each part, where the parts stand now. */
function moved(before: Version, now: Outline): readonly (readonly Finding[])[] {
  if (before.starts.every((start, part) => start === now.starts[part])) return before.found;
  const members = now.groups.map((): number[] => []);
  for (const [part, group] of now.groups.entries()) members[group]?.push(part);
  return before.found.map((findings, part) => {
    if (findings.length === 0) return findings;
    const shift = shiftOf(members[now.groups[part] ?? 0] ?? [], before, now);
    return findings.map(finding => movedFinding(finding, shift));
  });
}

type Shift = (span: Span) => Span;

/** Moves places with the parts of a group; what lies between them goes with the part above. */
function shiftOf(parts: readonly number[], before: Outline, now: Outline): Shift {
  const starts = parts.map(part => before.starts[part] ?? 0);
  const shift = (offset: number): number => {
    const part = parts[Math.max(0, lastAtMost(starts, offset))] ?? 0;
    return offset + (now.starts[part] ?? 0) - (before.starts[part] ?? 0);
  };
  return ([start, end]) => [shift(start), shift(end)];
}

function movedFinding(finding: Finding, shift: Shift): Finding {
  const { at, fix } = finding;
  const edits = fix?.edits.map(edit => ({ ...edit, span: shift(edit.span) })) ?? [];
  return { ...finding, at: shift(at), fix: fix && { ...fix, edits } };
}
