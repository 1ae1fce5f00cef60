import type { CommandInstruction, Instruction } from '../../dockerfile/model.ts';
import { commandsOf } from '../../shell/commands.ts';
import { changed, type Entry } from '../draft.ts';
import { literal, type Project, type StageFacts } from '../project.ts';

export function hasCommand(instruction: Instruction): instruction is CommandInstruction {
  return instruction.keyword === 'CMD' || instruction.keyword === 'ENTRYPOINT';
}

/** The words of a CMD or ENTRYPOINT; a shell form counts where it is one plain command, for which the shell does nothing. */
export function argvOf(instruction: CommandInstruction): readonly string[] | undefined {
  if (instruction.json) return instruction.args.map(({ text }) => text);
  const [command, ...others] = commandsOf(instruction);
  if (command === undefined || others.length > 0 || command.redirects.length > 0 || command.assignments.length > 0)
    return undefined;
  const words = [
    ...command.wrappers.flatMap(wrapper => (wrapper.name === 'exec' ? [] : wrapper.words)),
    ...command.words,
  ];
  const values = words.flatMap(({ value }) => value ?? []);
  return values.length === words.length && !values.some(value => /[*?[~]/.test(value)) ? values : undefined;
}

/** The CMD or ENTRYPOINT that counts. */
export function lastOf({ acts }: StageFacts, keyword: 'CMD' | 'ENTRYPOINT'): CommandInstruction | undefined {
  const found = acts.findLast(({ instruction }) => instruction.keyword === keyword)?.instruction;
  return found !== undefined && hasCommand(found) ? found : undefined;
}

/** What the stage's own ENTRYPOINT and CMD come to; undefined where either is unknown. */
export function ownArgv(stage: StageFacts): readonly string[] | undefined {
  const entrypoint = lastOf(stage, 'ENTRYPOINT');
  const command = lastOf(stage, 'CMD');
  const words = [entrypoint, command].map(instruction => (instruction === undefined ? [] : argvOf(instruction)));
  return words.some(each => each === undefined) ? undefined : words.flatMap(each => each ?? []);
}

/** The instruction in exec form with other words; undefined where the words stay or cannot be known. */
export function startOf(
  project: Project,
  instruction: CommandInstruction,
  change: (argv: readonly string[]) => readonly string[],
): Entry | undefined {
  const argv = argvOf(instruction);
  if (argv === undefined) return undefined;
  const next = change(argv);
  if (next.length === argv.length && next.every((word, index) => word === argv[index])) return undefined;
  return changed(project.dockerfile, instruction, execForm(project, instruction, next));
}

export function execForm({ dockerfile }: Project, instruction: Instruction, argv: readonly string[]): string {
  const keyword = dockerfile.text.slice(instruction.keywordSpan[0], instruction.keywordSpan[1]);
  return `${keyword} [${argv.map(word => JSON.stringify(word)).join(', ')}]`;
}

/** Ports of EXPOSE that can be read. */
export function portsOf({ acts }: StageFacts): readonly number[] {
  return acts.flatMap(({ instruction }) =>
    instruction.keyword === 'EXPOSE'
      ? instruction.args.flatMap(word => Number.parseInt(literal(instruction, word) ?? '', 10) || [])
      : [],
  );
}

/** A shell form of one plain command in exec form, which starts the same without a shell; undefined where more is said. */
export function plainExec(project: Project, instruction: Instruction): Entry | undefined {
  const other = instruction.keyword === 'CMD' ? 'ENTRYPOINT' : 'CMD';
  if (!hasCommand(instruction) || instruction.json || lastOf(project.final, other) !== undefined) return undefined;
  const argv = argvOf(instruction);
  return argv === undefined
    ? undefined
    : changed(project.dockerfile, instruction, execForm(project, instruction, argv));
}
