import type { Fix } from '../engine/rule.ts';

/** How far a rewrite goes: distroless or scratch (T2), several stages with a slim runtime (T1), a better order in the same stages (T0). */
export type Rung = 'T2' | 'T1' | 'T0';

/** The highest rung to try: `distroless` is T2, `slim` T1, `same` T0; `auto` starts at the top. */
export const RUNTIMES = ['auto', 'distroless', 'slim', 'same'] as const;
export type Runtime = (typeof RUNTIMES)[number];

export const ENGINES = ['portable', 'buildkit'] as const;
/** `portable` keeps to syntax that buildah 1.28 reads too; `buildkit` may use `--link`, bind mounts and heredocs. */
export type TargetEngine = (typeof ENGINES)[number];

export interface OptimizeOptions {
  readonly runtime: Runtime;
  /** Hazard numbers that the caller takes upon himself. */
  readonly assume: readonly number[];
  readonly targetEngine: TargetEngine;
  /** The day of the run, YYYY-MM-DD: what is past its end of life hangs on it. */
  readonly date: string;
  /** Path of the Dockerfile in the context, for evidence. */
  readonly path: string;
}

/** Where something is seen: a file of the context or the Dockerfile, and a line from 1 where there is one. */
export interface Evidence {
  readonly file: string;
  readonly line: number | undefined;
  /** What stands there, short; text from files, to be escaped by whoever prints it. */
  readonly text: string;
}

export type Verdict = 'proven' | 'assumed' | 'failed';

/** Something that must hold for the rewrite to be right. */
export interface Obligation {
  /** Number in the hazard table. */
  readonly hazard: number;
  readonly verdict: Verdict;
  /** What must hold, or why it does not, in one sentence. */
  readonly claim: string;
  readonly evidence: readonly Evidence[];
  /** What would satisfy it; only where it is not proven. */
  readonly remedy: string | undefined;
}

/** Why a rung is out of reach, or the whole file is left alone. */
export interface Refusal {
  readonly rung: Rung | undefined;
  readonly hazard: number | undefined;
  readonly reason: string;
  readonly evidence: readonly Evidence[];
  readonly remedy: string | undefined;
}

export interface Step {
  /** What is done, imperative. */
  readonly what: string;
  readonly why: string;
  /** Lines of the original that it concerns, from 1. */
  readonly lines: readonly number[];
  /** What to expect of it; empty where nothing can be said. */
  readonly effect: string;
}

/** One rung as it was tried, from the top. */
export interface Attempt {
  readonly rung: Rung;
  readonly recipe: string;
  readonly outcome: 'taken' | 'failed' | 'pointless';
  readonly obligations: readonly Obligation[];
  readonly refusals: readonly Refusal[];
}

/** What an image is started with: the instructions' own values and what the base images hand down. `undefined` is unknown. */
export interface EffectiveConfiguration {
  readonly entrypoint: readonly string[] | undefined;
  readonly command: readonly string[] | undefined;
  readonly environment: ReadonlyMap<string, string>;
  readonly workdir: string | undefined;
  readonly user: string | undefined;
  readonly ports: readonly string[];
  readonly volumes: readonly string[];
  readonly stopSignal: string | undefined;
  readonly healthcheck: string | undefined;
  readonly labels: ReadonlyMap<string, string>;
}

/** One thing that differs between before and after; undefined where a side has none. */
export interface ConfigurationChange {
  readonly field: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
  /** Why it is meant. */
  readonly reason: string;
}

export interface Estimate {
  readonly about: string;
  readonly value: string;
  readonly basis: string;
}

export interface Plan {
  /** `lean`: nothing to do at any rung that can be reached. */
  readonly outcome: 'rewritten' | 'lean' | 'refused';
  readonly rung: Rung | undefined;
  readonly recipe: string | undefined;
  /** How far it has been shown; a plan alone is only planned. */
  readonly evidence: 'planned';
  readonly steps: readonly Step[];
  readonly obligations: readonly Obligation[];
  readonly attempts: readonly Attempt[];
  readonly refusals: readonly Refusal[];
  /** Undefined where nothing is to be written. */
  readonly fix: Fix | undefined;
  /** The Dockerfile after the plan; the original's text where nothing changes. */
  readonly text: string;
  readonly configuration: {
    readonly before: EffectiveConfiguration;
    readonly after: EffectiveConfiguration;
    readonly changes: readonly ConfigurationChange[];
  };
  readonly estimates: readonly Estimate[];
  /** Base images that are past their end of life, no longer published or floating. */
  readonly warnings: readonly string[];
  /** What no reading of files can tell. */
  readonly checks: readonly string[];
}
