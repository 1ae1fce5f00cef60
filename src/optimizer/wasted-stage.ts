import { changed, kept, write } from './draft.ts';
import type { Step } from './plan.ts';
import { copiesContext, does, literal, type Project, resolvePath, type StageFacts } from './project.ts';

/** The file without a stage of which the last one takes only the source, installing the rest again. */
export interface WastedStage {
  readonly text: string;
  readonly step: Step;
}

/** Undefined where every stage leaves something that the last one needs. */
export function withoutWastedStage(project: Project): WastedStage | undefined {
  const [builder, ...others] = project.stages;
  const { final, dockerfile } = project;
  if (builder === undefined || others.length !== 1 || builder === final) return undefined;
  const reinstalls =
    final.acts.some(act => does(act, 'dependencies')) && builder.acts.some(act => does(act, 'dependencies'));
  const onlyInstalls = builder.acts.every(
    ({ instruction, effects }) =>
      instruction.keyword !== 'RUN' ||
      effects.every(({ kind }) => ['system', 'index', 'clean', 'nothing', 'tool', 'dependencies'].includes(kind)),
  );
  const copies = final.acts.filter(
    ({ instruction }) => instruction.keyword === 'COPY' && instruction.from !== undefined,
  );
  const [copy] = copies;
  if (!reinstalls || !onlyInstalls || copy === undefined || copies.length !== 1 || copy.instruction.keyword !== 'COPY')
    return undefined;
  const source = sourceOf(builder, literal(copy.instruction, copy.instruction.sources[0]));
  const destination = literal(copy.instruction, copy.instruction.destination);
  if (source === undefined || destination === undefined || copy.instruction.sources.length !== 1) return undefined;
  const keyword = dockerfile.text.slice(...copy.instruction.keywordSpan);
  const entries = final.acts.map(act =>
    act === copy
      ? changed(dockerfile, copy.instruction, `${keyword} ${source} ${destination}`)
      : kept(dockerfile, act.instruction),
  );
  const text = write(dockerfile, { stages: [[kept(dockerfile, final.stage.from), ...entries]] });
  return {
    text,
    step: {
      what: 'Take out the first stage',
      why: 'The last stage installs everything again and copies only the source, which it can take from the context itself.',
      lines: [builder.stage.from.firstLine, copy.instruction.firstLine],
      effect: 'one install less',
    },
  };
}

/** The context's path behind a folder of the builder that holds nothing but a copy of it. */
function sourceOf(builder: StageFacts, path: string | undefined): string | undefined {
  const whole = path === undefined ? undefined : resolvePath('/', path);
  for (const { instruction, workdir } of builder.acts) {
    if (!copiesContext(instruction) || instruction.sources.length !== 1) continue;
    const target = literal(instruction, instruction.destination);
    if (target !== undefined && resolvePath(workdir, target) === whole) return instruction.sources[0]?.text;
  }
  return undefined;
}
