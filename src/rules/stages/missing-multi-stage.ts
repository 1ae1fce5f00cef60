import { defineRule } from '../../engine/rule.ts';
import { improvementOf } from '../../optimizer/improvement.ts';

export default defineRule({
  id: 'missing-multi-stage',
  summary: 'Build in a stage of its own, and ship only what came out',
  category: 'stages',
  severity: 'warning',
  applies: 'shipped',
  wholeFile: true,

  messages: {
    together:
      'What only the build needs ships with the program: `plimsoll optimize` builds in a stage of its own and ships on `{image}` ({rung}).',
  },

  check(dockerfile, report, _options, invocation) {
    const { from } = dockerfile.stages.at(-1) ?? {};
    const found = improvementOf(dockerfile, invocation);
    if (found?.lack !== 'missing-multi-stage' || from?.image === undefined) return;
    report('together', { at: from.image.span, data: { image: found.after, rung: found.rung } });
  },
});
