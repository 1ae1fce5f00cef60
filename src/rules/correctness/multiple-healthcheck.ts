import { overridden } from '../../dockerfile/overridden.ts';
import { defineRule } from '../../engine/rule.ts';
import { removeInstruction } from '../../fixers/instructions.ts';

export default defineRule({
  id: 'multiple-healthcheck',
  summary: 'Only the last HEALTHCHECK of a stage counts',
  category: 'correctness',
  severity: 'error',
  applies: 'any',
  fixable: 'safe',
  aliases: ['DL3012', 'MultipleInstructionsDisallowed', 'DS-0023'],
  hadolint: 'error',

  messages: {
    overridden: 'This HEALTHCHECK does nothing: the one in line {line} replaces it.',
  },

  check(dockerfile, report) {
    for (const { instruction, by } of overridden(dockerfile, 'HEALTHCHECK')) {
      report('overridden', {
        at: instruction.keywordSpan,
        data: { line: String(by.firstLine) },
        fix: { title: 'Remove the HEALTHCHECK', safety: 'safe', edits: [removeInstruction(dockerfile, instruction)] },
      });
    }
  },
});
