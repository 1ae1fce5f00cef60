import type { ImageFacts } from '../../images/image-facts.ts';
import type { Ecosystem } from '../ecosystem.ts';
import type { EffectiveConfiguration, Evidence, Obligation, Rung } from '../plan.ts';
import type { Project } from '../project.ts';

/** A rewrite to be judged: the build as it was and as it would be. */
export interface Case {
  readonly before: Project;
  readonly after: Project;
  readonly rung: Rung;
  readonly ecosystem: Ecosystem;
  readonly was: EffectiveConfiguration;
  readonly is: EffectiveConfiguration;
  readonly baseWas: ImageFacts | undefined;
  readonly baseIs: ImageFacts | undefined;
}

/** What a detector says: nothing where the hazard cannot arise here. The number is the table's. */
export interface Judgement {
  readonly holds: boolean;
  readonly claim: string;
  readonly evidence?: readonly Evidence[];
  readonly remedy?: string;
}

/** One row of the table: a detector, or why the hazard cannot come about. */
export type Hazard = { readonly title: string } & (
  | { readonly judge: (of: Case) => Judgement | undefined }
  /** Recipes settle it before there is anything to judge, by refusing or by what they write. */
  | { readonly settledBy: string }
  | { readonly impossible: string }
);

export function holds(claim: string, evidence: readonly Evidence[] = []): Judgement {
  return { holds: true, claim, evidence };
}

export function fails(claim: string, evidence: readonly Evidence[] = [], remedy?: string): Judgement {
  return {
    holds: false,
    claim,
    evidence: evidence.slice(0, 3).map(({ file, line, text }) => ({ file, line, text })),
    ...(remedy === undefined ? {} : { remedy }),
  };
}

export function obligation(
  hazard: number,
  { holds: isProven, claim, evidence = [], remedy }: Judgement,
  assume: readonly number[],
): Obligation {
  const verdict = isProven ? 'proven' : assume.includes(hazard) ? 'assumed' : 'failed';
  return {
    hazard,
    verdict,
    claim,
    evidence,
    remedy: verdict === 'proven' ? undefined : (remedy ?? `Accept it with --assume H${hazard}.`),
  };
}
