import { defineRule } from '../../engine/rule.ts';
import { improvementOf } from '../../optimizer/improvement.ts';

export default defineRule({
  id: 'distroless-candidate',
  summary: 'Ship without a shell and a package manager where nothing needs them',
  category: 'stages',
  severity: 'info',
  applies: 'shipped',
  wholeFile: true,

  messages: {
    candidate:
      'Nothing that runs here needs the shell and the tools of `{base}`: `plimsoll optimize` ships on `{image}` ({rung}).',
  },

  check(dockerfile, report, _options, invocation) {
    const { from } = dockerfile.stages.at(-1) ?? {};
    const found = improvementOf(dockerfile, invocation);
    if (found?.lack !== 'distroless-candidate' || from?.image === undefined) return;
    report('candidate', { at: from.image.span, data: { base: found.before, image: found.after, rung: found.rung } });
  },
});
