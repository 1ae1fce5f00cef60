import { seenAt, uses } from '../project.ts';
import { type Recipe, refused } from '../recipe.ts';

/** PHP's images come in one size, and extensions are compiled into them: what there is to gain lies in order and caches. */
export const php: Recipe = {
  id: 'php',
  name: 'PHP',
  applies: project =>
    project.stages.length === 1 &&
    project.final.image?.name === 'php' &&
    project.final.acts.some(act => uses(act, 'php', 'dependencies', 'tool')),
  propose: (project, rung) =>
    rung === 'T2'
      ? refused('T2', 'There is no distroless image with PHP.', {
          hazard: 55,
          evidence: [seenAt(project, project.final.stage.from)],
        })
      : refused(
          'T1',
          'The image has no slim variant, and which of its libraries each extension needs is only known once it is built.',
          {
            hazard: 18,
            evidence: [seenAt(project, project.final.stage.from)],
            remedy:
              'Compile the extensions in a stage of their own and copy /usr/local/lib/php/extensions and their libraries.',
          },
        ),
};
