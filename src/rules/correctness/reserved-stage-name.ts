import { defineRule } from '../../engine/rule.ts';

const RESERVED = ['context', 'scratch'];

export default defineRule({
  id: 'reserved-stage-name',
  summary: '`scratch` and `context` are no names for stages',
  category: 'correctness',
  severity: 'error',
  applies: 'any',
  aliases: ['DL3063', 'ReservedStageName'],
  hadolint: 'warning',

  messages: {
    reserved: '`{name}` means something else to Docker, so no stage can go by that name.',
  },

  check({ stages }, report) {
    for (const { name, from } of stages) {
      if (name === undefined || from.alias === undefined || !RESERVED.includes(name)) continue;
      report('reserved', { at: from.alias.span, data: { name: from.alias.text } });
    }
  },
});
