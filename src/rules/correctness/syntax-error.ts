import { defineRule } from '../../engine/rule.ts';

export default defineRule({
  id: 'syntax-error',
  summary: 'What BuildKit refuses to build',
  category: 'correctness',
  severity: 'error',
  applies: 'any',
  aliases: ['DL1000'],
  hadolint: 'error',

  messages: {
    rejected: '{problem}',
  },

  check({ problems }, report) {
    const own = problems.filter(({ kind }) => kind === 'syntax');
    // Whatever else is wrong, a file that BuildKit rejects has one syntax error at least.
    for (const { message, span } of own.length > 0 ? own : problems.slice(0, 1)) {
      report('rejected', { at: span, data: { problem: message } });
    }
  },
});
