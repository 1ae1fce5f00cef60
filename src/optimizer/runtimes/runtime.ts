import type { Instruction } from '../../dockerfile/model.ts';
import type { Entry } from '../draft.ts';
import type { Ecosystem } from '../ecosystem.ts';
import type { Obligation, Refusal, Rung } from '../plan.ts';
import type { Project } from '../project.ts';

/** A leaner image for a last stage that takes finished programs from other stages. */
export interface LeanerBase {
  readonly ecosystem: Ecosystem;
  /** By whether it is to have an account of its own as its user. */
  readonly image: (nonroot: boolean) => string;
  /** System packages that the image has, or has no use for. */
  readonly brings: RegExp;
  /** In place of a CMD or ENTRYPOINT; undefined keeps it. */
  readonly command?: (instruction: Instruction) => Entry | undefined;
  /** The text of an instruction of another stage; undefined keeps it. */
  readonly rewrite?: (entry: Entry) => string | undefined;
  readonly obligations: readonly Obligation[];
}

/** What one kind of program can run on; `final` of the project has the acts of the stages below it too. */
export interface Runtime {
  /** Undefined where the last stage starts no such program; a sentence where it has nothing to gain. */
  base(project: Project, rung: Exclude<Rung, 'T0'>): LeanerBase | readonly Refusal[] | string | undefined;
}
