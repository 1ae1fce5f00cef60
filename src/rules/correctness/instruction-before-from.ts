import { defineRule } from '../../engine/rule.ts';

export default defineRule({
  id: 'instruction-before-from',
  summary: 'Only ARG may come before the first FROM',
  category: 'correctness',
  severity: 'error',
  applies: 'any',
  aliases: ['DL3061'],
  hadolint: 'error',

  messages: {
    noStage: '{problem}',
  },

  check({ problems }, report) {
    for (const { kind, message, span } of problems) {
      if (kind === 'before-from') report('noStage', { at: span, data: { problem: message } });
    }
  },
});
