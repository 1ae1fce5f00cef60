import { overridden } from '../../dockerfile/overridden.ts';
import { defineRule } from '../../engine/rule.ts';
import { removeInstruction } from '../../fixers/instructions.ts';

export default defineRule({
  id: 'multiple-cmd',
  summary: 'Only the last CMD of a stage counts',
  category: 'correctness',
  severity: 'warning',
  applies: 'any',
  fixable: 'safe',
  aliases: ['DL4003', 'MultipleInstructionsDisallowed', 'DS-0016'],
  hadolint: 'warning',

  messages: {
    overridden: 'This CMD does nothing: the one in line {line} replaces it.',
  },

  check(dockerfile, report) {
    for (const { instruction, by } of overridden(dockerfile, 'CMD')) {
      report('overridden', {
        at: instruction.keywordSpan,
        data: { line: String(by.firstLine) },
        fix: { title: 'Remove the CMD', safety: 'safe', edits: [removeInstruction(dockerfile, instruction)] },
      });
    }
  },
});
