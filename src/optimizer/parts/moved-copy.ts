import type { CopyInstruction } from '../../dockerfile/model.ts';
import type { Edit } from '../../text/span.ts';
import { division } from '../divided-installs.ts';
import { type Act, copiesEverything, does, literal, type Project, type StageFacts } from '../project.ts';
import { ecosystemOf } from './account.ts';
import { installManifests } from './install-manifests.ts';
import { keyword } from './keyword.ts';
import { copiesTo } from './places.ts';

export interface Move {
  readonly copy: Act;
  readonly behind: Act;
  /** The COPY instructions for the manifests. */
  readonly copies: readonly string[];
  readonly manifests: readonly string[];
}

/** The copy of everything that stands before an install which needs only manifests. */
export function movedCopy(project: Project, stage: StageFacts): Move | undefined {
  const passed = actsToPass(stage, act => does(act, 'dependencies') && !does(act, ...NEEDS_SOURCE));
  return passed === undefined ? undefined : moveOver(project, stage, passed);
}

/** The same where the install goes on to build in its own RUN, with the edit that divides it. */
export function movedCopyInto(
  project: Project,
  stage: StageFacts,
): { readonly move: Move; readonly divided: Edit } | undefined {
  const passed = actsToPass(stage, act => division(act) !== undefined);
  const divided = passed && division(passed.behind);
  const move = passed && moveOver(project, stage, passed);
  return divided === undefined || move === undefined ? undefined : { move, divided };
}

const NEEDS_SOURCE = ['application', 'build', 'test', 'files', 'mode', 'unknown'] as const;

interface Passed {
  readonly copy: Act;
  readonly instruction: CopyInstruction;
  readonly acts: readonly Act[];
  readonly behind: Act;
}

/** What a copy of everything would be moved over: up to the last act that `isInstall`, of those that do not need the source. */
function actsToPass({ acts }: StageFacts, isInstall: (act: Act) => boolean): Passed | undefined {
  const at = acts.findIndex(({ instruction }) => copiesEverything(instruction));
  const copy = acts[at];
  if (copy === undefined || !copiesEverything(copy.instruction)) return undefined;
  const { instruction } = copy;
  if (instruction.keyword !== 'COPY' || instruction.sources.length !== 1) return undefined;
  const end = acts.findIndex(
    (act, index) =>
      index > at &&
      !isInstall(act) &&
      (act.instruction.keyword === 'USER' || act.instruction.keyword === 'COPY' || does(act, ...NEEDS_SOURCE)),
  );
  const between = acts.slice(at + 1, end === -1 ? undefined : end);
  const behind = between.findLast(isInstall);
  if (behind === undefined) return undefined;
  return {
    copy,
    instruction,
    acts: between.slice(0, between.indexOf(behind) + 1),
    behind,
  };
}

function moveOver(project: Project, stage: StageFacts, { copy, instruction, acts, behind }: Passed): Move | undefined {
  const own = { ...project, final: stage };
  const manifests = installManifests(own, ecosystemOf({ final: stage, stages: [stage] }));
  const destination = literal(instruction, instruction.destination);
  if (destination === undefined || manifests === undefined || manifests.length === 0) return undefined;
  const moves = !destination.startsWith('/') && acts.some(act => act.instruction.keyword === 'WORKDIR');
  const groups = copiesTo(own, stage.acts, behind, manifests, copy.workdir);
  if (moves || groups === undefined) return undefined;
  const flags = instruction.flags.map(({ span }) => `${project.dockerfile.text.slice(span[0], span[1])} `).join('');
  const copies = groups.map(
    group => `${keyword(project, 'COPY')} ${flags}${group.sources.join(' ')} ${group.destination}`,
  );
  return { copy, behind, manifests, copies };
}
