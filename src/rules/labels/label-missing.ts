import { defineRule } from '../../engine/rule.ts';
import { finalState } from '../../images/state.ts';

export default defineRule({
  id: 'label-missing',
  summary: 'Set the labels of the schema',
  category: 'labels',
  severity: 'info',
  recommended: false,
  applies: 'shipped',
  aliases: ['DL3049'],
  hadolint: 'info',

  messages: {
    missing: 'The image lacks the label `{label}`, which the label schema asks for.',
  },

  check({ stages }, report, _options, { labelSchema }) {
    const used = new Set(stages.flatMap(({ dependsOn }) => dependsOn));
    for (const stage of stages) {
      if (!stage.isShipped && used.has(stage)) continue;
      const { labels } = finalState(stage).configuration;
      for (const label of Object.keys(labelSchema)) {
        if (!labels.has(label)) report('missing', { at: (stage.from.image ?? stage.from).span, data: { label } });
      }
    }
  },
});
