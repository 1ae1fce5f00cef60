import { parseImageReference } from '../../dockerfile/image-reference.ts';
import { stageCircles } from '../../dockerfile/stage-circles.ts';
import { resolveStage } from '../../dockerfile/stages.ts';
import type { Stage } from '../../dockerfile/model.ts';
import { expand } from '../../dockerfile/variables.ts';
import { flag } from '../../engine/options.ts';
import { defineRule } from '../../engine/rule.ts';
import { isPlausibleImage } from '../../images/plausible-image.ts';

export default defineRule({
  id: 'forward-stage-reference',
  summary: 'A stage can only use stages above it',
  category: 'correctness',
  severity: 'error',
  applies: 'any',
  wholeFile: true,
  aliases: ['DL3022'],
  codes: { DL3022: 'later' },
  hadolint: 'warning',
  options: {
    circles: flag({
      about: 'Report a reference that closes a circle of stages too, which `circular-stages` is for.',
      default: false,
    }),
  },
  presetOptions: { hadolint: { circles: true } },

  messages: {
    later: 'The stage `{name}` comes only further down, and a stage can use only what stands above it.',
    laterBase: 'The stage `{name}` comes only further down, so Docker looks for an image of that name.',
  },

  check(dockerfile, report, { circles }) {
    const { text, stages, problems } = dockerfile;
    const told = new Set(circles ? [] : stageCircles(dockerfile).map(({ span }) => span[0]));
    for (const { kind, span } of problems) {
      if (kind === 'later-stage' && !told.has(span[0]))
        report('later', { at: span, data: { name: text.slice(...span) } });
    }
    for (const stage of stages) {
      const name = laterBase(stage);
      const { image } = stage.from;
      if (image !== undefined && name !== undefined) report('laterBase', { at: image.span, data: { name } });
    }
  },
});

/** What FROM names, where only a later stage is called so and no image is likely to be. */
function laterBase({ from }: Stage): string | undefined {
  const name = from.image && expand(from, from.image).value;
  const image = name === undefined ? undefined : parseImageReference(name);
  if (name === undefined || image === undefined || isPlausibleImage(image)) return undefined;
  return resolveStage(from, name) === 'forward' ? name : undefined;
}
