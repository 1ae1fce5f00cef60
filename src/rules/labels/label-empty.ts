import { labelsOf } from '../../dockerfile/labels.ts';
import { defineRule } from '../../engine/rule.ts';

export default defineRule({
  id: 'label-empty',
  summary: 'Give the labels of the schema a value',
  category: 'labels',
  severity: 'warning',
  recommended: false,
  applies: 'any',
  aliases: ['DL3051'],
  hadolint: 'warning',

  messages: {
    empty: 'The label `{label}`, which the label schema asks for, is empty.',
  },

  check({ instructions }, report, _options, { labelSchema }) {
    for (const { name: label, value, pair } of instructions.flatMap(labelsOf)) {
      if (value === '' && Object.hasOwn(labelSchema, label)) report('empty', { at: pair.span, data: { label } });
    }
  },
});
