import { type Act, literal, type Project, resolvePath, type StageFacts } from '../project.ts';
import { finalWorkdir } from './workdir.ts';
import { ownArgv } from './start.ts';

/** The file that an image starts, and the stage that it was copied from. */
export interface StartedProgram {
  /** In the last stage, absolute. */
  readonly path: string;
  readonly stage: StageFacts;
  /** In that stage, absolute. */
  readonly source: string;
}

/** Folders that a program without a path is looked for in. */
const SEARCHED = /^\/(?:usr\/(?:local\/)?)?s?bin\/[^/]+$/;

/** The program that the last stage starts, where it is taken from another stage of the file. */
export function startedProgram(project: Project): StartedProgram | undefined {
  const workdir = finalWorkdir(project, '/');
  const [program] = ownArgv(project.final) ?? [];
  if (program === undefined || workdir === undefined) return undefined;
  const wanted = program.includes('/') ? resolvePath(workdir, program) : undefined;
  for (const act of project.final.acts.toReversed()) {
    const found = taken(project, act, path =>
      wanted === undefined ? SEARCHED.test(path) && path.endsWith(`/${program}`) : path === wanted,
    );
    if (found !== undefined) return found;
  }
  return wanted === undefined ? undefined : insideFolder(project, wanted);
}

/** The file of a COPY between stages whose place in the last one passes. */
function taken(project: Project, act: Act, passes: (path: string) => boolean): StartedProgram | undefined {
  for (const { stage, source, target, isFolder } of copiesOf(project, act)) {
    const name = source.slice(source.lastIndexOf('/') + 1);
    const [exact, within] = [target, resolvePath(target, name)];
    if (!isFolder && passes(exact)) return { path: exact, stage, source };
    if (within !== undefined && passes(within)) return { path: within, stage, source };
  }
  return undefined;
}

/** The file of a folder that a COPY between stages brings. */
function insideFolder(project: Project, wanted: string): StartedProgram | undefined {
  for (const act of project.final.acts.toReversed()) {
    for (const { stage, source, target } of copiesOf(project, act)) {
      if (wanted.startsWith(`${target === '/' ? '' : target}/`))
        return {
          path: wanted,
          stage,
          source: resolvePath(source, wanted.slice(target === '/' ? 1 : target.length + 1)) ?? source,
        };
    }
  }
  return undefined;
}

function copiesOf({ stages }: Project, { instruction, workdir }: Act) {
  if (instruction.keyword !== 'COPY' || instruction.from === undefined) return [];
  const name = instruction.from.value?.toLowerCase();
  const stage = stages.find(each => each.stage.name === name || String(each.stage.index) === name);
  const written = literal(instruction, instruction.destination);
  const target = written === undefined ? undefined : resolvePath(workdir, written);
  if (stage === undefined || written === undefined || target === undefined) return [];
  const isFolder = written.endsWith('/') || written === '.' || instruction.sources.length > 1;
  return instruction.sources.flatMap(word => {
    const source = resolvePath('/', literal(instruction, word) ?? '');
    return source === undefined || source === '/' ? [] : [{ stage, source, target, isFolder }];
  });
}
