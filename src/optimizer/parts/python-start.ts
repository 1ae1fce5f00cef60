import type { Entry } from '../draft.ts';
import { hasCommand, startOf } from './start.ts';
import { keyword } from './keyword.ts';
import type { Project } from '../project.ts';
import type { Instruction } from '../../dockerfile/model.ts';

/** Where the packages are installed: the same path in both stages, for a virtual environment does not move. */
export const VENV = '/venv';

/** Programs by their whole path are in the virtual environment now; `uv run` and its like are not needed in it. */
export function ownCommand(project: Project, instruction: Instruction): Entry | undefined {
  if (!hasCommand(instruction)) return undefined;
  return startOf(project, instruction, argv =>
    withoutRunner(argv).map((word, index) =>
      index === 0 ? word.replace(/^\/usr\/local\/bin\/(?=.)/, `${VENV}/bin/`) : word,
    ),
  );
}

function withoutRunner(argv: readonly string[]): readonly string[] {
  const [first = '', second] = argv;
  if (!['uv', 'poetry', 'pipenv'].includes(first) || second !== 'run') return argv;
  const rest = argv.slice(2);
  // `uv run main.py` runs a file with Python.
  return rest[0]?.endsWith('.py') === true ? ['python', ...rest] : rest;
}

export function distrolessCommand(project: Project, instruction: Instruction): Entry | undefined {
  const own = ownCommand(project, instruction);
  if (instruction.keyword !== 'CMD' || project.final.acts.some(act => act.instruction.keyword === 'ENTRYPOINT'))
    return own;
  const reset = `${keyword(project, 'ENTRYPOINT')} []`;
  const line = own?.text ?? project.dockerfile.text.slice(instruction.span[0], instruction.span[1]);
  return {
    lead: `# The image's own entrypoint would put the interpreter before the command a second time.\n`,
    text: `${reset}\n${line}`,
    origin: instruction,
  };
}
