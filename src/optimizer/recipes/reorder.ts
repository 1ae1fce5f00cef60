import { changed, type Draft, type Entry, fresh, kept } from '../draft.ts';
import { cacheEdits } from '../parts/cache-mounts.ts';
import { editRun } from '../parts/run-text.ts';
import { movedCopy } from '../parts/moved-copy.ts';
import type { Step } from '../plan.ts';
import { type Act, does, type Project, type StageFacts } from '../project.ts';

export interface Reordering {
  readonly draft: Draft;
  readonly steps: readonly Step[];
}

/** The lowest rung: the same stages, with manifests copied first and what installers download kept between builds. */
export function reorder(project: Project): Reordering {
  const results = project.stages.map(stage => reorderStage(project, stage));
  return { draft: { stages: results.map(({ entries }) => entries) }, steps: results.flatMap(({ steps }) => steps) };
}

/** One stage in the better order. */
export function reorderStage(
  project: Project,
  stage: StageFacts,
): { readonly entries: readonly Entry[]; readonly steps: readonly Step[] } {
  const { dockerfile } = project;
  const move = movedCopy(project, stage);
  const steps: Step[] = [];
  const entries: Entry[] = [kept(dockerfile, stage.stage.from)];
  for (const act of stage.acts) {
    if (act === move?.copy)
      entries.push(
        ...move.copies.map((text, index) => ({
          ...fresh(text),
          lead: index === 0 ? kept(dockerfile, act.instruction).lead : '',
        })),
      );
    else entries.push(cached(project, stage, act, steps));
    if (act === move?.behind) entries.push({ ...kept(dockerfile, move.copy.instruction), lead: '' });
  }
  if (move !== undefined) {
    steps.unshift({
      what: `Copy ${move.manifests.join(', ')} before the install, and the source behind it`,
      why: 'An edit of the source no longer re-installs the dependencies.',
      lines: [move.copy.instruction.firstLine, move.behind.instruction.firstLine],
      effect: 'the install is cached until a manifest changes',
    });
  }
  return { entries, steps };
}

function cached(project: Project, stage: StageFacts, act: Act, steps: Step[]): Entry {
  const { dockerfile } = project;
  const { instruction } = act;
  if (instruction.keyword !== 'RUN' || !runsAsRoot(stage, act) || !does(act, 'dependencies', 'build'))
    return kept(dockerfile, instruction);
  const edits = cacheEdits(dockerfile, instruction, act.effects);
  if (edits.length === 0) return kept(dockerfile, instruction);
  steps.push({
    what: `Keep what ${toolNames(act)} downloads in a cache mount`,
    why: 'A changed manifest downloads only what is new, and the cache is no part of the image.',
    lines: [instruction.firstLine],
    effect: 'faster installs, no cache in the layer',
  });
  return changed(dockerfile, instruction, editRun(dockerfile, instruction, edits));
}

function toolNames({ effects }: Act): string {
  return [
    ...new Set(
      effects.flatMap(effect =>
        (effect.kind === 'dependencies' || effect.kind === 'build') && 'tool' in effect ? effect.tool : [],
      ),
    ),
  ].join(' and ');
}

/** Cache mounts are for root's folders. */
function runsAsRoot({ acts }: StageFacts, act: Act): boolean {
  return !acts
    .slice(0, acts.indexOf(act))
    .some(
      ({ instruction }) => instruction.keyword === 'USER' && !/^(?:root|0)\b/.test(instruction.args[0]?.text ?? ''),
    );
}
