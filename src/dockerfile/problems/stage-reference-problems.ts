import { parseImageReference } from '../image-reference.ts';
import type { Dockerfile, Flag, Instruction, Mount, Problem, Stage } from '../model.ts';
import { syntax } from './problem.ts';

/** The stages that `--from` can name, and how many sources BuildKit has numbered: each image that one names is one more. */
interface Sources {
  readonly stages: readonly Stage[];
  readonly byName: ReadonlyMap<string, Stage>;
  count: number;
}

/** `COPY --from` and `RUN --mount=from` that name a later stage, their own, or nothing that can be one. */
export function stageReferenceProblems({ stages, options }: Dockerfile): readonly Problem[] {
  const byName = new Map(stages.flatMap(stage => (stage.name === undefined ? [] : [[stage.name, stage] as const])));
  const sources: Sources = { stages, byName, count: stages.length };
  const contexts = options.namedContexts ?? [];
  return stages.flatMap(stage =>
    stage.instructions.flatMap(instruction => referenceProblems(instruction, stage, sources, contexts)),
  );
}

function referenceProblems(
  instruction: Instruction,
  stage: Stage,
  sources: Sources,
  contexts: readonly string[],
): readonly Problem[] {
  if (instruction.keyword === 'RUN')
    return instruction.mounts.flatMap(mount => mountProblem(mount, stage, sources) ?? []);
  const from = instruction.keyword === 'COPY' ? instruction.from : undefined;
  if (from?.value === undefined || from.value === '') return [];
  const problem = copyProblem(from, from.value, stage, sources, contexts);
  return problem === undefined ? [] : [problem];
}

function copyProblem(
  { span, valueSpan = span }: Flag,
  name: string,
  stage: Stage,
  sources: Sources,
  contexts: readonly string[],
): Problem | undefined {
  if (/[$'"\\]/.test(name)) return syntax('`--from` takes no variable: name a stage whose FROM has it.', valueSpan);
  if (/^[+-]?\d+$/.test(name)) {
    const index = Number(name);
    if (index < 0 || index >= sources.count)
      return { kind: 'unknown-stage', message: `There is no stage ${name}.`, span: valueSpan };
    return lateStage(sources.stages[index], name, stage, valueSpan);
  }
  const named = sources.byName.get(name.toLowerCase());
  if (named !== undefined) return lateStage(named, name, stage, valueSpan);
  sources.count++;
  if (name === 'scratch' || contexts.includes(name) || parseImageReference(name) !== undefined) return undefined;
  return {
    kind: 'unknown-stage',
    message: `\`${name}\` is neither a stage nor a reference to an image.`,
    span: valueSpan,
  };
}

function mountProblem({ type, from = '', flag, options }: Mount, stage: Stage, sources: Sources): Problem | undefined {
  const named = sources.byName.get(from.toLowerCase());
  if (named === undefined) sources.count++;
  if (named === undefined) return undefined;
  // What these two mount comes from no stage, but a stage that names itself is a circle all the same.
  if ((type === 'secret' || type === 'ssh') && named !== stage) return undefined;
  return lateStage(named, from, stage, options.get('from')?.span ?? flag.span);
}

function lateStage(named: Stage | undefined, name: string, stage: Stage, span: Problem['span']): Problem | undefined {
  if (named === undefined || named.index < stage.index) return undefined;
  if (named.index === stage.index) {
    return { kind: 'own-stage', message: `The stage \`${name}\` cannot copy from itself.`, span };
  }
  return { kind: 'later-stage', message: `The stage \`${name}\` comes only after this one.`, span };
}
