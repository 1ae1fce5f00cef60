import { memoMap } from '../text/memo-map.ts';
import type { Instruction, Stage } from './model.ts';
import { stageChain } from './stage-chain.ts';

/**
 * Makes a question out of one about single instructions: is there such a one before an instruction, in its stage or in those
 * that it is built on? Each instruction is asked once, however often the question is put.
 */
export function everBefore(isSuch: (instruction: Instruction) => boolean): (instruction: Instruction) => boolean {
  const first = memoMap<Stage, number>();
  const firstIn = (stage: Stage): number => {
    let found = first.get(stage);
    if (found === undefined) {
      found = stage.instructions.find(isSuch)?.index ?? Infinity;
      first.set(stage, found);
    }
    return found;
  };
  // Stages below stand further up in the file, so that the one comparison holds for them too.
  return ({ stage, index }) => stage !== undefined && stageChain(stage).some(each => firstIn(each) < index);
}
