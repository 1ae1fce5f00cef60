import { labelsOf } from '../../dockerfile/labels.ts';
import { defineRule } from '../../engine/rule.ts';

export default defineRule({
  id: 'label-superfluous',
  summary: 'Set no labels but those of the schema',
  category: 'labels',
  severity: 'info',
  recommended: false,
  applies: 'any',
  aliases: ['DL3050'],
  hadolint: 'info',

  messages: {
    superfluous: 'The label `{label}` is not in the label schema, and `strict-labels` allows no others.',
  },

  check({ instructions }, report, _options, { labelSchema, strictLabels }) {
    if (!strictLabels) return;
    for (const { name: label, pair } of instructions.flatMap(labelsOf)) {
      if (!Object.hasOwn(labelSchema, label)) report('superfluous', { at: pair.key.span, data: { label } });
    }
  },
});
