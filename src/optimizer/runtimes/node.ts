import { readPackageJson } from '../../context/manifests/package-json.ts';
import { factsOf } from '../../images/image-facts.ts';
import { majorOf } from '../image-tags.ts';
import { distrolessCommand } from '../parts/node-command.ts';
import { distrolessObstacles } from '../parts/node-obstacles.ts';
import { handoverOf } from '../parts/own-account.ts';
import { nodeStart } from '../parts/node-start.ts';
import { distroless } from '../parts/runtime-image.ts';
import { seenAt } from '../project.ts';
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
      command: instruction => distrolessCommand(project, instruction, argv),
      obligations: [],
    };
  },
};
