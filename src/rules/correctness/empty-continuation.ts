import { defineRule } from '../../engine/rule.ts';
import type { Edit } from '../../text/span.ts';

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

      const numbers = emptyLines.map(([start]) => lines.position(start).line);
      // A file without a last line end stays one: what goes with its last line is the line end before.
      const edits = numbers.map((line): Edit => {
        const span = numbers.includes(lines.count)
          ? ([lines.end(line - 1), lines.end(line)] as const)
          : ([lines.start(line), lines.start(line + 1)] as const);
        return { span, text: '' };
      });
      report('blankLine', {
        at: first,
        data: { keyword },
        fix: { title: 'Remove the blank lines', safety: 'safe', edits },
      });
    }
  },
});
