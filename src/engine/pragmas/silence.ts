import type { Dockerfile, Instruction } from '../../dockerfile/model.ts';
import { lastAtMost } from '../../text/lines.ts';
import type { Span } from '../../text/span.ts';
import type { Finding } from '../finding.ts';
import { aliasHolds, normalName, type NameIndex } from '../names.ts';
import type { NameUse, Pragma, PragmaUse } from './pragma.ts';
import { memoMap } from '../../text/memo-map.ts';

/** A finding that a pragma silenced. */
export interface Silenced {
  readonly finding: Finding;
  readonly pragma: Pragma;
}

export interface Heard {
  readonly findings: readonly Finding[];
  readonly silenced: readonly Silenced[];
}

/** A pragma in force: where it holds, and the names that it silences by, in one spelling. */
interface Active {
  readonly pragma: Pragma;
  readonly reach: Span;
  readonly names: ReadonlySet<string>;
}

/** Takes out what pragmas silence. A pragma that is faulty, or expired on the day, silences nothing. */
export function silence(
  dockerfile: Dockerfile,
  pragmas: readonly Pragma[],
  findings: readonly Finding[],
  date: string,
): Heard {
  const active = pragmas
    .filter(pragma => pragma.fault === undefined && !isExpired(pragma, date))
    .map(pragma => ({ pragma, reach: reachOf(dockerfile, pragma), names: new Set(pragma.names.map(namedAs)) }));
  if (active.length === 0) return { findings, silenced: [] };

  const heard: Finding[] = [];
  const silenced: Silenced[] = [];
  const inForce = activeAt(active);
  for (const finding of findings) {
    const names = namesOf(finding);
    const by = inForce(finding.at[0]).find(one => names.some(name => one.names.has(name)));
    if (by) silenced.push({ finding, pragma: by.pragma });
    else heard.push(finding);
  }
  return { findings: heard, silenced };
}

/** What each pragma did, name by name; a name is `known` where the catalogue has it, `ran` where its rule was run. */
export function pragmaUses(
  pragmas: readonly Pragma[],
  silenced: readonly Silenced[],
  date: string,
  catalogue: NameIndex,
  ran: (ruleId: string) => boolean,
): PragmaUse[] {
  const countsOf = new Map(pragmas.map(pragma => [pragma, new Map<string, number>()]));
  for (const { finding, pragma } of silenced) {
    const counts = countsOf.get(pragma);
    for (const name of namesOf(finding)) counts?.set(name, (counts.get(name) ?? 0) + 1);
  }
  return pragmas.map(pragma => {
    const names = pragma.names.map((name): NameUse => {
      const rules = catalogue.find(name.text);
      const known = rules.length > 0 || isOpenName(name.text);
      return {
        ...name,
        silenced: countsOf.get(pragma)?.get(namedAs(name)) ?? 0,
        known,
        ran: rules.some(({ rule }) => ran(rule.id)) || name.text.toLowerCase() === 'all',
        suggestion: known ? undefined : catalogue.suggest(name.text),
      };
    });
    return { pragma, expired: isExpired(pragma, date), names };
  });
}

function isExpired({ until }: Pragma, date: string): boolean {
  return until !== undefined && date > until;
}

/** Names that hold although no rule of ours has them: `all`, and the codes of ShellCheck and the other linters. */
function isOpenName(name: string): boolean {
  return /^(?:all|SC\d{4}|DL\d{4}|(?:AVD-)?DS-?\d{3,4})$/i.test(name);
}

function namedAs({ text }: { readonly text: string }): string {
  return normalName(text);
}

function namesOf({ rule, messageId }: Finding): string[] {
  const aliases = (rule.aliases ?? []).filter(alias => aliasHolds(rule, alias, messageId));
  // What is said of pragmas themselves goes by its name only: `all` must not hide that it silences nothing.
  const everything = rule.afterPragmas === true ? [] : ['all'];
  return [...everything, ...[rule.id, ...aliases].map(normalName)];
}

/** The part of the text that a pragma holds for. */
function reachOf(dockerfile: Dockerfile, { scope, span }: Pragma): Span {
  const everything: Span = [0, Infinity];
  if (scope === 'file') return everything;
  const instruction = instructionAt(dockerfile, span);
  if (!instruction) return [0, 0];
  if (scope === 'stage') return instruction.stage?.span ?? everything;
  return [Math.min(span[0], instruction.span[0], instruction.comments[0]?.span[0] ?? span[0]), instruction.span[1]];
}

/** The instruction that a comment stands in, or else the next one: comments and blank lines between do not matter. */
function instructionAt({ instructions }: Dockerfile, [at]: Span): Instruction | undefined {
  const index = lastAtMost(startsOf(instructions), at);
  const around = instructions[index];
  return around && at < around.span[1] ? around : instructions[index + 1];
}

const starts = memoMap<readonly Instruction[], readonly number[]>();

function startsOf(instructions: readonly Instruction[]): readonly number[] {
  const known = starts.get(instructions) ?? instructions.map(({ span }) => span[0]);
  starts.set(instructions, known);
  return known;
}

/** The pragmas in force at an offset; most reach over one instruction only, so they are looked up by place. */
function activeAt(active: readonly Active[]): (offset: number) => readonly Active[] {
  const wide = active.filter(({ pragma }) => pragma.scope !== 'instruction');
  const narrow = active
    .filter(({ pragma }) => pragma.scope === 'instruction')
    .toSorted((a, b) => a.reach[1] - b.reach[1]);
  const ends = narrow.map(({ reach }) => reach[1]);
  return offset => {
    const covers = ({ reach }: Active): boolean => reach[0] <= offset && offset <= reach[1];
    const found = wide.filter(covers);
    const first = lastAtMost(ends, offset - 1) + 1;
    const end = ends[first];
    for (let at = first; at < narrow.length && ends[at] === end; at++) {
      const one = narrow[at];
      if (one && covers(one)) found.push(one);
    }
    return found;
  };
}
