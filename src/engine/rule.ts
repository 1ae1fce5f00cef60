import type { BuildContext } from '../context/build-context.ts';
import type { Dockerfile } from '../dockerfile/model.ts';
import type { Edit, Span } from '../text/span.ts';
import type { Options, Values } from './options.ts';
import type { PragmaUse } from './pragmas/pragma.ts';

export const SEVERITIES = ['error', 'warning', 'info', 'style'] as const;
export type Severity = (typeof SEVERITIES)[number];

export const CATEGORIES = [
  'correctness',
  'cache',
  'size',
  'stages',
  'security',
  'reproducibility',
  'runtime',
  'portability',
  'labels',
  'style',
  'shell',
] as const;
export type Category = (typeof CATEGORIES)[number];

export const PRESETS = ['recommended', 'strict', 'hadolint', 'buildkit', 'security'] as const;
export type PresetName = (typeof PRESETS)[number];

/** Edits that are applied together or not at all. `unsafe` ones may change what the image does. */
export interface Fix {
  /** What it does, imperative: `Use COPY`. */
  readonly title: string;
  readonly safety: 'safe' | 'unsafe';
  readonly edits: readonly Edit[];
  /** Other files of the build context that it writes whole, `.dockerignore` above all. */
  readonly files?: readonly { readonly path: string; readonly text: string }[];
}

export interface Meta {
  readonly id: string;
  /** One line without a full stop, imperative or the fault itself; the rule's page and lists open with it. */
  readonly summary: string;
  /** Address of its page, where that is not one of this project's: that of a rule of your own, or of another linter. */
  readonly docs?: string;
  readonly category: Category;
  readonly severity: Severity;
  /** Messages that are of another severity in the presets of our own. */
  readonly severities?: Readonly<Record<string, Severity>>;
  /** False for rules that only `strict` or a configuration switches on. */
  readonly recommended?: false;
  /** `shipped`: only stages that end up as an image; `layers`: those too that such stages are built on; findings elsewhere are dropped. */
  readonly applies: 'any' | 'shipped' | 'layers';
  /** The mildest safety of the fixes it offers. */
  readonly fixable?: Fix['safety'];
  /** Codes of the same check in other linters: `DL3020`, `ConsistentInstructionCasing`, `DS-0005`, `SC2086`. */
  readonly aliases?: readonly string[];
  /** The message that one of the aliases belongs to, where it does not hold for all of them. */
  readonly codes?: Readonly<Record<string, string>>;
  /** hadolint's severity of its code, `off` where hadolint has it off by default. */
  readonly hadolint?: Severity | 'off';
  /** The edition of `recommended` that brought it. */
  readonly edition: number;
  /** Not in its edition yet: only `--preview` runs it. */
  readonly preview?: true;
  /** Options that a preset sets: `{ strict: { allow: [] } }`. */
  readonly presetOptions?: Readonly<Partial<Record<PresetName, Readonly<Record<string, unknown>>>>>;
  /** What earlier editions of `recommended` had it at: the edition, and the severity up to and including it. */
  readonly formerly?: Readonly<Record<number, Severity | 'off'>>;
  /** What it finds in a stage hangs on stages that it has nothing to do with, or on where in the file it stands. */
  readonly wholeFile?: true;
  /** Runs when pragmas have been applied, and sees in `invocation.pragmas` what each of them silenced. */
  readonly afterPragmas?: true;
}

/** What the caller knows of this run beyond the file. */
export interface Invocation {
  readonly context?: BuildContext | undefined;
  /** The day of the run, YYYY-MM-DD. */
  readonly date: string;
  readonly trustedRegistries: readonly string[];
  readonly labelSchema: Readonly<Record<string, string>>;
  readonly strictLabels: boolean;
  /** What the file's pragmas silenced; only rules that run `afterPragmas` are given it. */
  readonly pragmas?: readonly PragmaUse[] | undefined;
}

/** An invocation that knows nothing but the day and what is added. */
export function invocationOn(date: string, more: Partial<Invocation> = {}): Invocation {
  return { trustedRegistries: [], labelSchema: {}, strictLabels: false, ...more, date };
}

/** The `{name}`s in a message template. */
type Placeholder<T extends string> = T extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholder<Rest>
  : never;

type Details<Template extends string> = {
  readonly at: Span;
  readonly fix?: Fix | undefined;
} & ([Placeholder<Template>] extends [never]
  ? { readonly data?: undefined }
  : { readonly data: Readonly<Record<Placeholder<Template>, string>> });

type Messages = Readonly<Record<string, string>>;

export type Report<M extends Messages> = <Id extends keyof M & string>(id: Id, details: Details<M[Id]>) => void;

export interface RuleSpec<M extends Messages, O extends Options> extends Omit<Meta, 'edition'> {
  readonly edition?: number;
  readonly messages: M;
  readonly options?: O;
  check(dockerfile: Dockerfile, report: Report<M>, options: Values<O>, invocation: Invocation): void;
}

/** What a rule found in one file, before severities and pragmas: plain data. */
export interface RawFinding {
  readonly messageId: string;
  readonly message: string;
  readonly at: Span;
  readonly fix?: Fix | undefined;
}

export interface Rule extends Meta {
  readonly messages: Messages;
  readonly options: Options;
  run(dockerfile: Dockerfile, invocation: Invocation, set?: Readonly<Record<string, unknown>>): RawFinding[];
}

const FIRST_EDITION = 2026;

/** The last edition that this version knows. */
export const NEWEST_EDITION = FIRST_EDITION;

/**
 * Makes a rule of its data and its check. The compiler refuses unknown message ids, and missing or misspelt `data`.
 * Text from the file goes into messages through `data` only.
 */
export function defineRule<const M extends Messages, O extends Options = Record<never, never>>(
  spec: RuleSpec<M, O>,
): Rule {
  const { options = {} as O } = spec;
  const defaults = Object.fromEntries(Object.entries(options).map(([name, option]) => [name, option.default]));

  return {
    ...spec,
    edition: spec.edition ?? FIRST_EDITION,
    options,
    run(dockerfile, invocation, set = {}) {
      const findings: RawFinding[] = [];
      const report: Report<M> = (messageId, { at, fix, data = {} }) => {
        findings.push({ messageId, message: fill(spec.messages[messageId] ?? messageId, data), at, fix });
      };
      const values = Object.keys(set).length === 0 ? defaults : { ...defaults, ...set };
      spec.check(dockerfile, report, values as Values<O>, invocation);
      return findings;
    },
  };
}

function fill(template: string, data: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => data[name] ?? whole);
}
