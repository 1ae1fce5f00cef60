import type { Stage } from '../dockerfile/model.ts';
import { factsOf, factsOfScratch, type ImageFacts } from './image-facts.ts';
import { timelineOf, type Timeline } from './timeline.ts';
import { memoMap } from '../text/memo-map.ts';

/** A stage of a FROM chain, how much of it counts, and the stage that it is built on. */
export interface Link {
  readonly stage: Stage;
  readonly timeline: Timeline;
  /** Instructions from this index on do not count yet. */
  readonly before: number;
  readonly below: Link | undefined;
  /** What is known of the image at the end of the chain. */
  readonly facts: ImageFacts | undefined;
}

const memo = memoMap<Stage, Link>();

/** The whole of a stage and of those below it. Made from the bottom up, so that long chains are no deep recursion. */
export function chainOf(stage: Stage): Link {
  const above = new Set<Stage>();
  let current = stage;
  while (!memo.has(current) && current.base.kind === 'stage' && current.base.stage !== current && !above.has(current)) {
    above.add(current);
    current = current.base.stage;
  }
  let link = memo.get(current) ?? linkOf(current, undefined);
  memo.set(current, link);
  for (const next of [...above].toReversed()) {
    link = linkOf(next, link);
    memo.set(next, link);
  }
  return link;
}

function linkOf(stage: Stage, below: Link | undefined): Link {
  const facts = below === undefined ? factsOfBase(stage) : below.facts;
  return {
    stage,
    timeline: timelineOf(stage, facts),
    before: Number.POSITIVE_INFINITY,
    below,
    facts,
  };
}

function factsOfBase({ base }: Stage): ImageFacts | undefined {
  if (base.kind === 'scratch') return factsOfScratch();
  return base.kind === 'image' ? factsOf(base.image) : undefined;
}
