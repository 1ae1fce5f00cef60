import type { CommandInstruction, Instruction } from '../../dockerfile/model.ts';
import { changed, type Entry } from '../draft.ts';
import type { Project } from '../project.ts';
import { argvOf, execForm, hasCommand, lastOf } from './start.ts';

/** Node.js in the distroless image: its folder is not on PATH. */
const NODE = '/nodejs/bin/node';

/** What starts or checks a program on distroless, by what Node.js is given in the original; undefined keeps the instruction. */
export function distrolessCommand(
  project: Project,
  instruction: Instruction,
  argv: readonly string[],
): Entry | undefined {
  const { dockerfile } = project;
  if (instruction.keyword === 'HEALTHCHECK') {
    const text = dockerfile.text.slice(...instruction.span).replaceAll('\r\n', '\n');
    const named = text.replace(/(\bCMD\s*\[\s*)"node"/i, `$1"${NODE}"`);
    return named === text ? undefined : changed(dockerfile, instruction, named);
  }
  const words = hasCommand(instruction) ? commandWords(project, instruction, argv) : undefined;
  return words && changed(dockerfile, instruction, execForm(project, instruction, words));
}

/** The image's entrypoint is Node.js itself, so that a CMD gives it arguments; an ENTRYPOINT of one's own names it by its path. */
function commandWords(
  { final }: Project,
  instruction: CommandInstruction,
  argv: readonly string[],
): readonly string[] | undefined {
  const entrypoint = lastOf(final, 'ENTRYPOINT');
  if (entrypoint === undefined) return argv;
  const [program, ...rest] = argvOf(entrypoint) ?? [];
  const isNode = program?.replace(/^.*\//, '') === 'node';
  // A package manager in front takes the whole start into the entrypoint.
  if (instruction.keyword === 'CMD') return isNode ? undefined : [];
  return [NODE, ...(isNode ? rest : argv)];
}
