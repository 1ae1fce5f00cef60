import type { FromInstruction, Instruction, ParseOptions, Stage } from './model.ts';

/** Splits the instructions at each FROM. */
export function buildStages(instructions: readonly Instruction[], _options: ParseOptions): readonly Stage[] {
  const froms = instructions.filter(instruction => instruction.keyword === 'FROM');
  return froms.map((from, index) => stageOf(from, index, instructions, froms));
}

function stageOf(
  from: FromInstruction,
  index: number,
  instructions: readonly Instruction[],
  froms: readonly FromInstruction[],
): Stage {
  const next = froms[index + 1];
  const following = instructions.slice(from.index + 1, next?.index ?? instructions.length);
  return {
    index,
    name: from.alias?.text.toLowerCase(),
    from,
    instructions: following,
    base: { kind: 'unknown' },
    dependsOn: [],
    isLast: next === undefined,
    isShipped: next === undefined,
    span: [from.span[0], following.at(-1)?.span[1] ?? from.span[1]],
  };
}
