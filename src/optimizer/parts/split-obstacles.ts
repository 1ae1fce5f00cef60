import type { Effect } from '../effects.ts';
import type { Refusal } from '../plan.ts';
import { does, type Project, seenAt } from '../project.ts';
import { refusal } from '../recipe.ts';
import { copiesTo } from './places.ts';
import { isPlainList } from './run-text.ts';
import type { Split } from './split.ts';

/** What is done with the tools of a language alone. */
export const LANGUAGE: ReadonlySet<Effect['kind']> = new Set(['dependencies', 'tool']);

/** Why a project cannot be taken apart as planned. */
export function splitObstacles(project: Project, plan: Split): readonly Refusal[] {
  return [...unclear(project, plan), ...unplaced(project, plan)];
}

/** Manifests whose place in the image is not known cannot be copied there alone. */
function unplaced(project: Project, { rung, manifests }: Split): Refusal[] {
  const install = project.final.acts.find(act => does(act, 'dependencies'));
  if (
    install === undefined ||
    manifests === undefined ||
    copiesTo(project, project.final.acts, install, manifests) !== undefined
  )
    return [];
  return [
    refusal(rung, 'Where the manifests stand in the image is not known.', {
      hazard: 48,
      evidence: [seenAt(project, install.instruction)],
    }),
  ];
}

/** Steps that cannot be given to one of the two stages. */
function unclear(project: Project, plan: Split): Refusal[] {
  return project.final.acts.flatMap(act => {
    const { instruction, effects } = act;
    const seen = { evidence: [seenAt(project, instruction)] };
    if (instruction.keyword === 'ONBUILD')
      return [
        refusal(plan.rung, 'ONBUILD makes this a base image; images built on it count on its layout.', {
          hazard: 54,
          ...seen,
        }),
      ];
    if (instruction.keyword !== 'RUN') return [];
    const unknown = effects.find(({ kind }) => kind === 'unknown');
    if (unknown !== undefined || (effects.length === 0 && instruction.heredocs.length > 0)) {
      return [
        refusal(plan.rung, `Nothing is known of what \`${unknown?.command.name ?? 'this RUN'}\` leaves behind.`, {
          hazard: 53,
          ...seen,
          remedy: 'Split the RUN so that its unknown part stands alone, or do it in a stage of its own.',
        }),
      ];
    }
    const other = effects.find(({ kind }) => ['files', 'mode', 'directory', 'application', 'test'].includes(kind));
    if (does(act, 'dependencies') && other !== undefined && !plan.buildsAhead(act)) {
      return [
        refusal(plan.rung, `\`${other.command.name ?? 'a command'}\` works on what the same RUN installs.`, {
          hazard: 53,
          ...seen,
          remedy: 'Give it a RUN of its own.',
        }),
      ];
    }
    const mixes =
      does(act, 'dependencies', 'tool', 'build') &&
      !effects.every(({ kind }) => LANGUAGE.has(kind) || kind === 'build' || kind === 'clean' || kind === 'nothing');
    if (mixes && !isPlainList(effects.map(({ command }) => command))) {
      return [
        refusal(
          plan.rung,
          'One RUN installs dependencies and does other things in a construct that cannot be taken apart.',
          { hazard: 53, ...seen, remedy: 'Write the RUN as commands joined by &&.' },
        ),
      ];
    }
    return [];
  });
}
