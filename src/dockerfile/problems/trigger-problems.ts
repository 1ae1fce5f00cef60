import { splitCommand } from '../command.ts';
import type { Dockerfile, OnbuildInstruction, Problem, Stage } from '../model.ts';
import { commandProblems } from './command-problems.ts';
import { syntax } from './problem.ts';

/** Triggers that BuildKit rejects where a stage of the same file pulls them; each is told of once. */
export function triggerProblems({ stages, escape }: Dockerfile): readonly Problem[] {
  const named = new Map<string, Stage>();
  const pulled = new Set<Stage>();
  const problems: Problem[] = [];
  for (const stage of stages) {
    const { image } = stage.from;
    const base = image && named.get(image.text);
    if (stage.name !== undefined) named.set(stage.name, stage);
    if (image === undefined || base === undefined || pulled.has(base)) continue;
    pulled.add(base);
    for (const { body, firstLine } of base.instructions.filter(isOnbuild)) {
      for (const { message } of commandProblems(splitCommand(body, escape), escape)) {
        problems.push(syntax(`The ONBUILD on line ${firstLine} cannot run: ${message}`, image.span));
      }
    }
  }
  return problems;
}

function isOnbuild(instruction: Stage['instructions'][number]): instruction is OnbuildInstruction {
  return instruction.keyword === 'ONBUILD';
}
