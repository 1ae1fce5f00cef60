import { parseImageReference } from '../dockerfile/image-reference.ts';
import type { CopyInstruction, Instruction, Stage } from '../dockerfile/model.ts';
import { resolveStage } from '../dockerfile/stages.ts';
import { stageChain } from '../dockerfile/stage-chain.ts';
import { factsOf, type ImageFacts } from './image-facts.ts';
import { finalState } from './state.ts';
import { memoMap } from '../text/memo-map.ts';

/** Where a `COPY --from` takes its files. */
export interface Origin {
  /** Undefined where it is an image. */
  readonly stage: Stage | undefined;
  /** As the file names it. */
  readonly name: string;
  readonly facts: ImageFacts;
  /** What makes the files, as far as the file shows it: nothing for an image. */
  readonly instructions: readonly Instruction[];
}

const memo = memoMap<Stage, readonly Instruction[]>();

/** What a stage and those that it is built on do. */
function allOf(stage: Stage): readonly Instruction[] {
  const found = memo.get(stage) ?? stageChain(stage).flatMap(({ instructions }) => instructions);
  memo.set(stage, found);
  return found;
}

/** The stage or image that a `COPY --from` names, where something is known of it. */
export function originOf(copy: CopyInstruction): Origin | undefined {
  const name = copy.from?.value;
  if (name === undefined || name.includes('$')) return undefined;
  const stage = resolveStage(copy, name);
  if (stage === 'self' || stage === 'forward') return undefined;
  if (stage !== undefined) {
    const { facts } = finalState(stage);
    return facts && { stage, name, facts, instructions: allOf(stage) };
  }
  const image = parseImageReference(name);
  const facts = image && factsOf(image);
  return facts && { stage: undefined, name, facts, instructions: [] };
}
