import type { Draft } from './draft.ts';
import type { Ecosystem } from './ecosystem.ts';
import type { Obligation, Refusal, Rung, Step } from './plan.ts';
import type { Project } from './project.ts';

/** What recipes call the stage that they add. */
export const BUILDER = 'build';

/**
 * What a recipe makes of a project at one rung. A draft is judged afterwards by every hazard detector on the text that comes
 * out, so a recipe states only the obligations that it alone can know.
 */
export type Proposal =
  | {
      readonly kind: 'draft';
      readonly draft: Draft;
      readonly steps: readonly Step[];
      readonly obligations: readonly Obligation[];
      /** What the last stage starts, where the recipe knows better than its tools show. */
      readonly ecosystem?: Ecosystem | undefined;
    }
  /** The rung cannot be reached from here. */
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] }
  /** The rung can be reached, and nothing would be gained. */
  | { readonly kind: 'pointless'; readonly reason: string };

/** The knowledge of one ecosystem: one file, listed in `recipes/index.ts`. `docs/optimizer.md` tells how one is written. */
export interface Recipe {
  readonly id: Ecosystem | 'lean';
  /** As people call it. */
  readonly name: string;
  /** True where the final stage builds or runs a project of this kind. At most one recipe is tried: the first that applies. */
  applies(project: Project): boolean;
  /** Called for the rungs from the top down. Pure; no work that a rung does not need. */
  propose(project: Project, rung: Exclude<Rung, 'T0'>): Proposal;
}

export function refused(
  rung: Rung,
  reason: string,
  details: Partial<Pick<Refusal, 'hazard' | 'evidence' | 'remedy'>> = {},
): Proposal {
  return { kind: 'refused', refusals: [refusal(rung, reason, details)] };
}

export function refusal(
  rung: Rung,
  reason: string,
  details: Partial<Pick<Refusal, 'hazard' | 'evidence' | 'remedy'>> = {},
): Refusal {
  return { rung, reason, hazard: details.hazard, evidence: details.evidence ?? [], remedy: details.remedy };
}
