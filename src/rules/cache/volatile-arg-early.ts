import type { ArgInstruction, Dockerfile, Instruction } from '../../dockerfile/model.ts';
import { defineRule, type Fix } from '../../engine/rule.ts';
import { moveAbove } from '../../fixers/moves.ts';
import { copiesEverything } from '../../optimizer/project.ts';
import { followingSteps, volatileNames } from '../../shell/volatile-steps.ts';

export default defineRule({
  id: 'volatile-arg-early',
  summary: 'Declare ARGs that change with each build where they are used',
  category: 'cache',
  severity: 'warning',
  applies: 'any',
  fixable: 'safe',

  messages: {
    early:
      '`{name}` is another with each build, and `{step}` in line {line}, which does not use it, is built anew with it.',
  },

  check(dockerfile, report) {
    for (const stage of dockerfile.stages) {
      for (const arg of stage.instructions) {
        // Behind the whole source every step is built anew with each commit anyway.
        if (copiesEverything(arg)) break;
        if (arg.keyword !== 'ARG') continue;
        for (const { word, name } of volatileNames(dockerfile, arg)) {
          const { costly, next, isSystem } = followingSteps(dockerfile, arg, [name]);
          if (costly === undefined) continue;
          const { instruction } = costly.script;
          report('early', {
            at: word.span,
            data: {
              name,
              step: costly.words
                .slice(0, 2)
                .map(({ text }) => text)
                .join(' '),
              line: String(instruction.firstLine),
            },
            fix: moved(dockerfile, arg, next, isSystem),
          });
        }
      }
    }
  },
});

function moved(
  dockerfile: Dockerfile,
  arg: ArgInstruction,
  next: Instruction | undefined,
  isSystem: boolean,
): Fix | undefined {
  if (next === undefined || arg.declarations.length > 1) return undefined;
  return {
    title: `Declare it above line ${next.firstLine}`,
    safety: isSystem ? 'safe' : 'unsafe',
    edits: moveAbove(dockerfile, [arg], next),
  };
}
