import { defineRule } from '../../engine/rule.ts';
import { improvementOf } from '../../optimizer/improvement.ts';

export default defineRule({
  id: 'full-base-image',
  summary: 'Ship on the slim variant of the image where nothing needs the rest',
  category: 'size',
  severity: 'info',
  applies: 'shipped',
  wholeFile: true,
  fixable: 'unsafe',

  messages: {
    full: 'Nothing that runs here needs what `{base}` has beyond `{image}`: `plimsoll optimize` ships on that ({rung}).',
  },

  check(dockerfile, report, _options, invocation) {
    const { from } = dockerfile.stages.at(-1) ?? {};
    const found = improvementOf(dockerfile, invocation);
    if (found?.lack !== 'full-base-image' || from?.image === undefined) return;
    const { before, after, rung, isSwap } = found;
    const { span, text } = from.image;
    report('full', {
      at: span,
      data: { base: before, image: after, rung },
      // Where the stage installs or builds, that has to move to another stage first.
      fix:
        isSwap && text === before
          ? { title: `Use ${after}`, safety: 'unsafe', edits: [{ span, text: after }] }
          : undefined,
    });
  },
});
