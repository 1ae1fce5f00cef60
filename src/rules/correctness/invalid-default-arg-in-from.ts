import { parseDockerfile } from '../../dockerfile/parse.ts';
import { defineRule } from '../../engine/rule.ts';

export default defineRule({
  id: 'invalid-default-arg-in-from',
  summary: 'Let FROM name an image without any `--build-arg`',
  category: 'correctness',
  severity: 'warning',
  recommended: false,
  applies: 'any',
  aliases: ['InvalidDefaultArgInFrom'],

  messages: {
    noImage: '`{image}` names no image when the ARGs have their defaults, so a build without `--build-arg` fails.',
  },

  check({ text, options, stages, problems }, report) {
    const isPlain = Object.keys(options.buildArgs ?? {}).length === 0;
    const byDefault = isPlain ? problems : parseDockerfile(text, { ...options, buildArgs: {} }).problems;
    const faulty = new Set(byDefault.filter(({ kind }) => kind === 'base-image').map(({ span }) => span[0]));
    for (const { from } of stages) {
      const { image } = from;
      if (image === undefined || !faulty.has(image.span[0])) continue;
      report('noImage', { at: image.span, data: { image: image.text } });
    }
  },
});
