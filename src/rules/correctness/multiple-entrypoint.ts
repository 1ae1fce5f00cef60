import { overridden } from '../../dockerfile/overridden.ts';
import { defineRule } from '../../engine/rule.ts';
import { removeInstruction } from '../../fixers/instructions.ts';

export default defineRule({
  id: 'multiple-entrypoint',
  summary: 'Only the last ENTRYPOINT of a stage counts',
  category: 'correctness',
  severity: 'error',
  applies: 'any',
  fixable: 'safe',
  aliases: ['DL4004', 'MultipleInstructionsDisallowed', 'DS-0007'],
  hadolint: 'error',

  messages: {
    overridden: 'This ENTRYPOINT does nothing: the one in line {line} replaces it.',
  },

  check(dockerfile, report) {
    for (const { instruction, by } of overridden(dockerfile, 'ENTRYPOINT')) {
      report('overridden', {
        at: instruction.keywordSpan,
        data: { line: String(by.firstLine) },
        fix: { title: 'Remove the ENTRYPOINT', safety: 'safe', edits: [removeInstruction(dockerfile, instruction)] },
      });
    }
  },
});
