import { defineRule } from '../../engine/rule.ts';

export default defineRule({
  id: 'empty-continuation',
  summary: 'No blank lines inside a continued instruction',
  category: 'correctness',
  severity: 'warning',
  applies: 'any',
  fixable: 'safe',
  aliases: ['NoEmptyContinuation'],

  messages: {
    blankLine: 'A blank line inside a continued {keyword} is dropped today and becomes an error in a later Docker.',
  },

  check({ lines, instructions }, report) {
    for (const { keyword, emptyLines } of instructions) {
      const [first] = emptyLines;
      if (first === undefined) continue;

      const edits = emptyLines.map(([start]) => {
        const { line } = lines.position(start);
        return { span: [lines.start(line), lines.start(line + 1)] as const, text: '' };
      });
      report('blankLine', {
        at: first,
        data: { keyword },
        fix: { title: 'Remove the blank lines', safety: 'safe', edits },
      });
    }
  },
});
