import type { Instruction } from '../../dockerfile/model.ts';
import { configurationOf } from '../configuration.ts';
import type { Evidence } from '../plan.ts';
import { literal, type Project, resolvePath, seenAt } from '../project.ts';
import { lastOf, ownArgv } from './start.ts';

/** Only root may enter its home folder in the base images, so that nothing in it can be started by somebody else. */
const ROOT_HOME = /^\/root(?:\/|$)/;

/** What the image starts, or starts in, that only root can reach. */
export function insideRootHome(project: Project): Evidence[] {
  const { final } = project;
  const { workdir } = configurationOf(final.stage);
  const at = final.acts.findLast(({ instruction }) => instruction.keyword === 'WORKDIR')?.instruction;
  if (workdir !== undefined && ROOT_HOME.test(workdir)) return [seenAt(project, at ?? final.stage.from)];
  const start = lastOf(final, 'ENTRYPOINT') ?? lastOf(final, 'CMD');
  const isInside = (ownArgv(final) ?? []).some(word => ROOT_HOME.test(resolvePath(workdir, word) ?? ''));
  return start !== undefined && isInside ? [seenAt(project, start)] : [];
}

/** ADD gives what it fetches to root alone: https://docs.docker.com/reference/dockerfile/#adding-files-from-a-url. */
export function fetchedForRoot(project: Project): Evidence[] {
  return project.final.acts
    .filter(({ instruction }) => fetches(instruction))
    .map(({ instruction }) => seenAt(project, instruction));
}

function fetches(instruction: Instruction): boolean {
  if (instruction.keyword !== 'ADD' || instruction.flags.some(({ name }) => name === 'chmod' || name === 'chown'))
    return false;
  return instruction.sources.some(source => /^https?:\/\//.test(literal(instruction, source) ?? source.text));
}
