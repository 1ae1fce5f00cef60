import type { Base, Instruction, Stage } from './model.ts';
import { memoMap } from '../text/memo-map.ts';

/** What a chain of stages stands on at its bottom. */
export type BottomBase = Exclude<Base, { readonly kind: 'stage' }>;

const bottoms = memoMap<Stage, BottomBase>();

/** What a stage stands on in the end, through the stages that it is built on. */
export function effectiveBase(stage: Stage): BottomBase {
  let at = stage;
  let base: Base = bottoms.get(at) ?? at.base;
  while (base.kind === 'stage') {
    at = base.stage;
    base = bottoms.get(at) ?? at.base;
  }
  bottoms.set(stage, base);
  return base;
}

/** The stage, the one that it is built on, and so on: each stands above the next in the file, so there is no cycle. */
export function stageChain(stage: Stage): readonly Stage[] {
  const chain = [stage];
  for (let { base } = stage; base.kind === 'stage'; { base } = base.stage) chain.push(base.stage);
  return chain;
}

/** What the stages below have done before this one begins, in the order of the build. */
export function inheritedInstructions(stage: Stage): readonly Instruction[] {
  return stageChain(stage)
    .slice(1)
    .toReversed()
    .flatMap(({ instructions }) => instructions);
}
