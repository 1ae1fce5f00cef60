import type { Dockerfile, Stage } from '../../dockerfile/model.ts';
import { flag } from '../../engine/options.ts';

/** The option of rules on layers that takes hadolint's choice of stages in place of our own. */
export const BUILT_UPON = flag({
  about: 'Look at the last stage and those that another one is built on, in place of those whose layers ship.',
  default: false,
});

/** hadolint's choice of stages: the last one and each that another one is built on. */
export function builtUponIn({ stages }: Dockerfile): (stage: Stage) => boolean {
  const bases = new Set(stages.flatMap(({ base }) => (base.kind === 'stage' ? [base.stage] : [])));
  return stage => stage.isLast || bases.has(stage);
}

/** Our own choice: a stage whose layers end up in an image. */
export function layersShip(stage: Stage): boolean {
  return stage.layersShip;
}
