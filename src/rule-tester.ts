import { memoryContext, type MemoryFile } from './context/memory-context.ts';
import { parseDockerfile } from './dockerfile/parse.ts';
import { fixAll } from './engine/fix.ts';
import { lint, type Finding } from './engine/lint.ts';
import { invocationOn, type Fix, type Invocation, type Rule } from './engine/rule.ts';

/** A Dockerfile, and what is known beside it. */
export interface Case {
  readonly code: string;
  readonly options?: Readonly<Record<string, unknown>>;
  /** The files of the build context; without them the rule has no context. A `.dockerignore` among them holds. */
  readonly context?: Readonly<Record<string, MemoryFile>>;
  /** The day of the run, YYYY-MM-DD. */
  readonly date?: string;
  readonly buildArgs?: Readonly<Record<string, string>>;
  readonly targets?: readonly string[];
  readonly namedContexts?: readonly string[];
  readonly trustedRegistries?: readonly string[];
  readonly labelSchema?: Readonly<Record<string, string>>;
  readonly strictLabels?: boolean;
}

export interface InvalidCase extends Case {
  /** Each finding's message id and the text it underlines, in order. */
  readonly finds: readonly (readonly [messageId: string, underlined: string])[];
  /** The message texts, where they matter. */
  readonly says?: readonly string[];
  /** The file after `--fix`; null where nothing changes. Required where the rule is fixable. */
  readonly fixed?: string | null;
  /** The file after `--fix-unsafe`, where that differs. */
  readonly fixedUnsafely?: string | null;
  /** Other files that the (unsafe) fixes write. */
  readonly writes?: Readonly<Record<string, string>>;
}

export interface Cases {
  readonly valid: readonly (string | Case)[];
  readonly invalid: readonly InvalidCase[];
}

/** The test framework at hand: vitest's, node:test's with node:assert's, or another's. */
export interface Framework {
  readonly describe: (name: string, body: () => void) => unknown;
  readonly it: (name: string, body: () => void) => unknown;
  /** Throws unless both are deeply equal. */
  readonly equal: (actual: unknown, expected: unknown, message: string) => void;
}

export type RuleTester = (rule: Rule, cases: Cases) => void;

/** A day on which tests run unless they say another. */
const DAY = '2026-11-15';

/** Makes `testRule`: it runs one rule over a table of Dockerfiles that are fine and ones that are not. */
export function ruleTester({ describe, it, equal }: Framework): RuleTester {
  return (rule, { valid, invalid }) => {
    describe(rule.id, () => {
      for (const one of valid.map(given => (typeof given === 'string' ? { code: given } : given))) {
        it(`accepts ${nameOf(one)}`, () => equal(found(rule, one), [], 'finds nothing'));
      }
      for (const one of invalid) {
        it(`reports ${nameOf(one)}`, () => {
          equal(found(rule, one), one.finds, 'finds');
          if (one.says)
            equal(
              findings(rule, one).map(finding => finding.message),
              one.says,
              'says',
            );
          testFixes(rule, one, equal);
        });
      }
    });
  };
}

function testFixes(rule: Rule, one: InvalidCase, equal: Framework['equal']): void {
  if (rule.fixable !== undefined && one.fixed === undefined) {
    throw new Error(`${rule.id} is fixable: the case needs \`fixed\`, null where nothing changes`);
  }
  const safely = one.fixed ?? one.code;
  const unsafely = one.fixedUnsafely === undefined ? safely : (one.fixedUnsafely ?? one.code);
  for (const [allow, expected] of [
    ['safe', safely],
    ['unsafe', unsafely],
  ] as const) {
    const first = fix(rule, one, allow);
    equal(first.text, expected, `the file after its ${allow} fixes`);
    equal(first.rejected, [], `${allow} fixes end, and break nothing`);
    if (allow === 'unsafe') equal(Object.fromEntries(first.files), one.writes ?? {}, 'other files written');

    const context = one.context && { ...one.context, ...Object.fromEntries(first.files) };
    const again = fix(rule, { ...one, code: first.text, ...(context && { context }) }, allow);
    equal(again.text, first.text, `a second run of ${allow} fixes changes nothing`);
    equal(problems({ ...one, code: first.text }, one), [], `no new problem after ${allow} fixes`);
  }
}

/** What the rule finds, as message id and underlined text. */
function found(rule: Rule, one: Case): (readonly [string, string])[] {
  return findings(rule, one).map(({ messageId, at }) => [messageId, one.code.slice(...at)]);
}

function findings(rule: Rule, one: Case): readonly Finding[] {
  return lint(one.code, configure(rule, one), invocation(one), one).findings;
}

function fix(rule: Rule, one: Case, allow: Fix['safety']) {
  return fixAll(one.code, configure(rule, one), invocation(one), { ...one, allow });
}

function configure(rule: Rule, { options = {} }: Case) {
  for (const [name, value] of Object.entries(options)) {
    if (!rule.options[name]?.accepts(value))
      throw new Error(`${rule.id} has no option \`${name}\` that takes ${JSON.stringify(value)}`);
  }
  return [{ rule, severity: rule.severity, options }];
}

function invocation({
  context,
  date = DAY,
  trustedRegistries = [],
  labelSchema = {},
  strictLabels = false,
}: Case): Invocation {
  return invocationOn(date, {
    trustedRegistries,
    labelSchema,
    strictLabels,
    context: context && memoryContext(context),
  });
}

/** The problems that a text has and another has not. */
function problems(after: Case, before: Case): string[] {
  const messagesOf = (one: Case): string[] => parseDockerfile(one.code, one).problems.map(({ message }) => message);
  const known = messagesOf(before);
  return messagesOf(after).filter(message => !known.includes(message));
}

function nameOf({ code, options, context }: Case): string {
  const more = [options && JSON.stringify(options), context && `with ${Object.keys(context).join(', ')}`];
  return [JSON.stringify(code), ...more.filter(text => text !== undefined)].join(' ');
}
