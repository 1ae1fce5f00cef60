import { readPackageJson } from '../../context/manifests/package-json.ts';
import { factsOf } from '../../images/image-facts.ts';
import { changed } from '../draft.ts';
import { majorOf } from '../image-tags.ts';
import { distrolessObstacles } from '../parts/node-obstacles.ts';
import { handoverOf } from '../parts/own-account.ts';
import { nodeStart } from '../parts/node-start.ts';
import { distroless } from '../parts/runtime-image.ts';
import { argvOf, execForm, hasCommand, lastOf } from '../parts/start.ts';
import type { CommandInstruction } from '../../dockerfile/model.ts';
import { type Project, seenAt } from '../project.ts';
import { refusal } from '../recipe.ts';
import type { Runtime } from './runtime.ts';

/** Node.js on distroless, where it is all that the last stage starts. */
export const node: Runtime = {
  base(project, rung) {
    const { image } = project.final;
    if (rung !== 'T2' || image?.name !== 'node') return undefined;
    const start = nodeStart(project);
    const argv = start?.argv;
    const handed = handoverOf(project, 'node');
    const refusals = [...handed.refusals, ...distrolessObstacles(project, start, handed)];
    if (refusals.length > 0) return refusals;
    if (argv === undefined || readPackageJson(project.context, 'package.json') === undefined)
      return [
        refusal('T2', 'Which packages the program loads is not known.', {
          hazard: 48,
          evidence: [seenAt(project, project.final.stage.from)],
        }),
      ];
    const name = `nodejs${majorOf(factsOf(image)?.tag.version) ?? ''}`;
    return {
      ecosystem: 'node',
      image: nonroot => distroless(name, nonroot),
      brings: /^(?:ca-certificates|tzdata|libc6-compat)$/,
      command: instruction => {
        const words = hasCommand(instruction) ? commandWords(project, instruction, argv) : undefined;
        return words && changed(project.dockerfile, instruction, execForm(project, instruction, words));
      },
      obligations: [],
    };
  },
};

/** The image's entrypoint is Node.js itself, so that a CMD gives it arguments; an ENTRYPOINT of one's own names it by its path. */
function commandWords(
  { final }: Project,
  instruction: CommandInstruction,
  argv: readonly string[],
): readonly string[] | undefined {
  if (instruction.keyword === 'CMD') return lastOf(final, 'ENTRYPOINT') === undefined ? argv : undefined;
  if (lastOf(final, 'CMD') === undefined) return ['/nodejs/bin/node', ...argv];
  const [program, ...rest] = argvOf(instruction) ?? [];
  return program?.replace(/^.*\//, '') === 'node' ? ['/nodejs/bin/node', ...rest] : undefined;
}
