import type { Dockerfile, Stage } from './model.ts';
import { referencesOf, type StageReference } from './stages.ts';
import { memoMap } from '../text/memo-map.ts';

/** A reference to a later stage that in its turn needs the stage which it stands in. */
export interface StageCircle extends StageReference {
  readonly stage: Stage;
  readonly later: Stage;
}

const memo = memoMap<Dockerfile, readonly StageCircle[]>();

/** Every reference to a later stage that closes a circle. A circle has one at least, since FROM and the rest lead upwards. */
export function stageCircles(dockerfile: Dockerfile): readonly StageCircle[] {
  let found = memo.get(dockerfile);
  if (found === undefined) {
    found = find(dockerfile);
    memo.set(dockerfile, found);
  }
  return found;
}

function find({ stages }: Dockerfile): readonly StageCircle[] {
  const byName = new Map(stages.flatMap(stage => (stage.name === undefined ? [] : [[stage.name, stage] as const])));
  const forward = stages.flatMap(stage =>
    stage.instructions.flatMap(referencesOf).flatMap(reference => {
      const later = namedStage(reference, stages, byName);
      return later === undefined || later.index <= stage.index ? [] : [{ ...reference, stage, later }];
    }),
  );
  if (forward.length === 0) return [];
  const groups = groupsOf(stages, forward);
  return forward.filter(({ stage, later }) => groups.get(stage) === groups.get(later));
}

function namedStage(
  { instruction, name }: StageReference,
  stages: readonly Stage[],
  byName: ReadonlyMap<string, Stage>,
): Stage | undefined {
  return instruction.keyword === 'COPY' && /^\d+$/.test(name) ? stages[Number(name)] : byName.get(name.toLowerCase());
}

/** Stages that need each other get the same number (Kosaraju's algorithm, without recursion). */
function groupsOf(stages: readonly Stage[], forward: readonly StageCircle[]): ReadonlyMap<Stage, number> {
  const needs = new Map(stages.map(stage => [stage, [...stage.dependsOn]]));
  for (const { stage, later } of forward) needs.get(stage)?.push(later);
  const neededBy = new Map(stages.map(stage => [stage, [] as Stage[]]));
  for (const [stage, others] of needs) for (const other of others) neededBy.get(other)?.push(stage);

  const seen = new Set<Stage>();
  const order = stages.flatMap(stage => finished(stage, needs, seen));
  const groups = new Map<Stage, number>();
  const placed = new Set<Stage>();
  for (const stage of order.toReversed())
    for (const member of finished(stage, neededBy, placed)) groups.set(member, stage.index);
  return groups;
}

/** The stages that are reached from one and not seen yet, each behind those that it leads to. */
function finished(from: Stage, edges: ReadonlyMap<Stage, readonly Stage[]>, seen: Set<Stage>): Stage[] {
  const done: Stage[] = [];
  if (seen.has(from)) return done;
  seen.add(from);
  const path = [{ stage: from, next: 0 }];
  for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
    const next = edges.get(top.stage)?.[top.next++];
    if (next === undefined) {
      done.push(top.stage);
      path.pop();
    } else if (!seen.has(next)) {
      seen.add(next);
      path.push({ stage: next, next: 0 });
    }
  }
  return done;
}
