import { defineRule } from '../../engine/rule.ts';

export default defineRule({
  id: 'copy-from-self',
  summary: 'A stage cannot copy from itself',
  category: 'correctness',
  severity: 'error',
  applies: 'any',
  aliases: ['DL3023', 'DS-0006'],
  hadolint: 'error',

  messages: {
    itself: '`{name}` is the stage that this instruction builds: it has nothing to copy from yet.',
  },

  check({ text, problems }, report) {
    for (const { kind, span } of problems) {
      if (kind === 'own-stage') report('itself', { at: span, data: { name: text.slice(...span) } });
    }
  },
});
