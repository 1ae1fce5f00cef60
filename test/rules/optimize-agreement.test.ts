import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDockerfile } from '../../src/dockerfile/parse.ts';
import { invocationOn } from '../../src/engine/rule.ts';
import { optimize } from '../../src/optimizer/optimize.ts';
import fullBaseImage from '../../src/rules/size/full-base-image.ts';
import distrolessCandidate from '../../src/rules/stages/distroless-candidate.ts';
import finalStageReinstalls from '../../src/rules/stages/final-stage-reinstalls.ts';
import missingMultiStage from '../../src/rules/stages/missing-multi-stage.ts';
import sdkImageAsRuntime from '../../src/rules/stages/sdk-image-as-runtime.ts';
import { fixtureContext } from '../optimizer/fixture-context.ts';

const RULES = [missingMultiStage, distrolessCandidate, finalStageReinstalls, sdkImageAsRuntime, fullBaseImage];
const FOLDERS = ['test/fixtures/apps', 'test/fixtures/hazards', 'test/fixtures/seeds'].flatMap(parent =>
  readdirSync(parent).map(name => join(parent, name)),
);
const DATE = '2026-08-22';

/** The image that the last stage stands on in the end. */
function lastImage(text: string): string | undefined {
  let base = parseDockerfile(text).stages.at(-1)?.base;
  while (base?.kind === 'stage') ({ base } = base.stage);
  return base?.kind === 'image' ? base.image.text : undefined;
}

describe.each(FOLDERS)('%s', folder => {
  const text = readFileSync(join(folder, 'Dockerfile'), 'utf8');
  const dockerfile = parseDockerfile(text);
  const context = fixtureContext(folder);
  const plan = optimize(dockerfile, context, { date: DATE });
  const stages = (of: string): number => parseDockerfile(of).stages.length;
  const isWasted = plan.steps.some(({ what }) => what === 'Take out the first stage');
  const isLeaner =
    isWasted ||
    ((plan.rung === 'T2' || plan.rung === 'T1') &&
      !text.includes('gcr.io/distroless') &&
      (lastImage(plan.text) !== lastImage(text) || stages(plan.text) !== stages(text)));

  it('is found to lack what optimize would bring, once', () => {
    const messages = RULES.flatMap(rule => rule.run(dockerfile, invocationOn(DATE, { context })))
      .map(({ message }) => message)
      .filter(message => message.includes('`plimsoll optimize`'));
    const says = `(${plan.rung}, `;
    expect(messages).toEqual(isLeaner ? [expect.stringContaining(says)] : []);
  });
});
