import { defineRule } from '../../engine/rule.ts';
import { improvementOf } from '../../optimizer/improvement.ts';

export default defineRule({
  id: 'sdk-image-as-runtime',
  summary: 'Ship on an image to run with, not on one to build with',
  category: 'stages',
  severity: 'warning',
  applies: 'shipped',
  wholeFile: true,

  messages: {
    sdk: '`{base}` is an image to build with, and nothing that runs here needs its tools: `plimsoll optimize` ships on `{image}` ({rung}).',
  },

  check(dockerfile, report, _options, invocation) {
    const { from } = dockerfile.stages.at(-1) ?? {};
    const found = improvementOf(dockerfile, invocation);
    if (found?.lack !== 'sdk-image-as-runtime' || from?.image === undefined) return;
    report('sdk', { at: from.image.span, data: { base: found.before, image: found.after, rung: found.rung } });
  },
});
