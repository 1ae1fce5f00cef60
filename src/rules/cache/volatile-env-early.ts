import { between } from '../../dockerfile/build-file.ts';
import type { ArgInstruction, Dockerfile, Instruction, PairsInstruction } from '../../dockerfile/model.ts';
import { expand } from '../../dockerfile/variables.ts';
import { defineRule, type Fix } from '../../engine/rule.ts';
import { moveBelow } from '../../fixers/moves.ts';
import { copiesEverything } from '../../optimizer/project.ts';
import { followingSteps, volatileNames } from '../../shell/volatile-steps.ts';

export default defineRule({
  id: 'volatile-env-early',
  summary: 'Set what changes with each build behind the steps that take long',
  category: 'cache',
  severity: 'info',
  applies: 'any',
  fixable: 'unsafe',

  messages: {
    early:
      '{keyword} of `{name}`, which is another with each build, stands before `{step}` in line {line}, which is built anew with it.',
  },

  check(dockerfile, report) {
    for (const stage of dockerfile.stages) {
      for (const instruction of stage.instructions) {
        if (copiesEverything(instruction)) break;
        if (instruction.keyword !== 'ENV' && instruction.keyword !== 'LABEL') continue;
        const args = volatileArgs(dockerfile, instruction);
        const [first] = args;
        if (first === undefined) continue;
        const names = [...args.map(({ name }) => name), ...definedBy(instruction)];
        const { costly, last } = followingSteps(dockerfile, instruction, names);
        if (costly === undefined || last === undefined) continue;
        report('early', {
          at: first.span,
          data: {
            keyword: instruction.keyword,
            name: first.name,
            step: costly.words
              .slice(0, 2)
              .map(({ text }) => text)
              .join(' '),
            line: String(costly.script.instruction.firstLine),
          },
          fix: moved(dockerfile, instruction, args, last),
        });
      }
    }
  },
});

interface VolatileUse {
  readonly name: string;
  readonly span: readonly [number, number];
  readonly arg: ArgInstruction;
}

/** The uses of volatile ARGs of the same stage, each ARG once. */
function volatileArgs(dockerfile: Dockerfile, instruction: PairsInstruction): readonly VolatileUse[] {
  const found = new Map<string, VolatileUse>();
  for (const { name, span, definition } of instruction.pairs.flatMap(({ value }) => expand(instruction, value).uses)) {
    if (definition.kind !== 'arg' || definition.instruction.keyword !== 'ARG' || found.has(name)) continue;
    const arg = definition.instruction;
    const isOwn = arg.stage === instruction.stage;
    if (isOwn && volatileNames(dockerfile, arg).some(one => one.name === name)) found.set(name, { name, span, arg });
  }
  return [...found.values()];
}

/** A LABEL defines nothing that a step sees. */
function definedBy({ keyword, pairs }: PairsInstruction): readonly string[] {
  return keyword === 'ENV' ? pairs.map(({ key }) => key.text) : [];
}

/** Moves it with its ARGs, where nothing else in between knows them. */
function moved(
  dockerfile: Dockerfile,
  instruction: PairsInstruction,
  args: readonly VolatileUse[],
  target: Instruction,
): Fix | undefined {
  const isMixed = instruction.keyword === 'ENV' && instruction.pairs.length > 1;
  if (isMixed || args.some(({ arg }) => arg.declarations.length > 1)) return undefined;
  const isShared = args.some(({ arg, name }) =>
    between(arg, instruction).some(({ span }) => new Set(dockerfile.text.slice(...span).match(/\w+/g)).has(name)),
  );
  if (isShared) return undefined;
  const instructions = [...new Set([...args.map(({ arg }) => arg), instruction])].toSorted((a, b) => a.index - b.index);
  return {
    title: `Set it below line ${target.lastLine}`,
    safety: 'unsafe',
    edits: moveBelow(dockerfile, instructions, target),
  };
}
