import { commentsAbove } from '../../dockerfile/comments-above.ts';
import type { Instruction } from '../../dockerfile/model.ts';
import { defineRule } from '../../engine/rule.ts';
import { lineEnd, lineStart } from '../../fixers/instructions.ts';

export default defineRule({
  id: 'invalid-definition-description',
  summary: 'Describe stages and arguments as `# name description`',
  category: 'correctness',
  severity: 'info',
  recommended: false,
  applies: 'any',
  fixable: 'safe',
  aliases: ['InvalidDefinitionDescription'],

  messages: {
    otherForm: 'Docker shows this comment as the description of `{name}` only if it begins with that name.',
  },

  check(dockerfile, report) {
    const comments = commentsAbove(dockerfile);
    for (const instruction of dockerfile.instructions) {
      const names = namesDefinedBy(instruction);
      const [name] = names;
      const comment = comments.get(instruction)?.at(-1);
      if (name === undefined || comment === undefined) continue;
      if (names.includes(comment.text.split(' ')[0] ?? '')) continue;

      const [start, end] = comment.span;
      const indent = dockerfile.text.slice(lineStart(dockerfile, comment.line), start);
      report('otherForm', {
        at: comment.span,
        data: { name },
        fix: {
          title: 'Set the comment apart by an empty one',
          safety: 'safe',
          edits: [{ span: [end, end], text: `${lineEnd(dockerfile)}${indent}#` }],
        },
      });
    }
  },
});

function namesDefinedBy(instruction: Instruction): readonly string[] {
  if (instruction.keyword === 'ARG') return instruction.declarations.map(({ name }) => name.text);
  if (instruction.keyword !== 'FROM' || instruction.stage?.name === undefined) return [];
  return [instruction.stage.name];
}
