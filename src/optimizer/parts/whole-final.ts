import { stageChain } from '../../dockerfile/stage-chain.ts';
import { asIf, type Project, stageFacts, type StageFacts } from '../project.ts';

/** The stages that the last one stands on, the one with an image of its own first and the last one last. */
export function finalChain({ stages, final }: Project): readonly StageFacts[] {
  const chain = stageChain(final.stage);
  return stages.filter(({ stage }) => chain.includes(stage));
}

/** The build with everything that happens to the image that ships as the last stage's own: that of the stages below too. */
export function withWholeFinal(project: Project): Project {
  const chain = finalChain(project);
  if (chain.length < 2) return project;
  const acts = chain.flatMap(({ stage }) => stageFacts(stage).acts);
  return { ...project, final: asIf(project.final, { acts }) };
}
