import { defineRule } from '../../engine/rule.ts';

export default defineRule({
  id: 'invalid-onbuild',
  summary: 'ONBUILD cannot trigger FROM, MAINTAINER or ONBUILD',
  category: 'correctness',
  severity: 'error',
  applies: 'any',
  aliases: ['DL3043'],
  hadolint: 'error',

  messages: {
    notAllowed: '{problem}',
  },

  check({ problems }, report) {
    for (const { kind, message, span } of problems) {
      if (kind === 'onbuild') report('notAllowed', { at: span, data: { problem: message } });
    }
  },
});
