import { above, changed, type Draft, type Entry, fresh, kept } from '../draft.ts';
import { cacheEdits, missingMounts, mountEdits } from '../parts/cache-mounts.ts';
import { copiesCaches, holdsLater, sharedMounts, startsTool } from '../parts/shared-caches.ts';
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
  isStarted = startsTool(project, stage),
): { readonly entries: readonly Entry[]; readonly steps: readonly Step[] } {
  const { dockerfile } = project;
  const move = movedCopy(project, stage);
  const steps: Step[] = [];
  const entries: Entry[] = [kept(dockerfile, stage.stage.from)];
  for (const act of stage.acts) {
    if (act === move?.copy)
      entries.push(
        ...above(
          kept(dockerfile, act.instruction),
          move.copies.map(text => fresh(text)),
        ),
      );
    else entries.push(cached(project, stage, act, isStarted, steps));
    // What is said of the source is said where it is copied.
    if (act === move?.behind) entries.push(kept(dockerfile, move.copy.instruction));
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

function cached(project: Project, stage: StageFacts, act: Act, isStarted: boolean, steps: Step[]): Entry {
  const { dockerfile } = project;
  const { instruction, effects } = act;
  if (instruction.keyword !== 'RUN' || !runsAsRoot(stage, act)) return kept(dockerfile, instruction);
  const fills = does(act, 'dependencies', 'build');
  if (fills && copiesCaches(project, effects, instruction)) return kept(dockerfile, instruction);
  if (isStarted && holdsLater(missingMounts(instruction, effects))) return kept(dockerfile, instruction);
  const shared = isStarted ? [] : sharedMounts(project, stage, act);
  const edits = fills
    ? cacheEdits(dockerfile, instruction, effects, shared)
    : mountEdits(dockerfile, instruction, shared);
  if (edits.length === 0) return kept(dockerfile, instruction);
  steps.push({
    what: fills
      ? `Keep what ${toolNames(act)} downloads in a cache mount`
      : `Mount the same caches where ${programNames(act)} runs`,
    why: fills
      ? 'A changed manifest downloads only what is new, and the cache is no part of the image.'
      : 'What an earlier step downloads is in the cache, not in the image that this one starts from.',
    lines: [instruction.firstLine],
    effect: fills ? 'faster installs, no cache in the layer' : 'no second download',
  });
  return changed(dockerfile, instruction, editRun(dockerfile, instruction, edits));
}

function programNames({ effects }: Act): string {
  return [...new Set(effects.flatMap(({ command }) => command.name ?? []))].join(' and ') || 'the command';
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
