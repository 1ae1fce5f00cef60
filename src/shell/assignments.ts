import type { Instruction } from '../dockerfile/model.ts';
import { commandsOf, indexOf } from './commands.ts';
import type { ShellAssignment, ShellCommand } from './model.ts';
import { memoMap } from '../text/memo-map.ts';

/** Built-ins that assign what their arguments say. */
const DECLARING = ['export', 'declare', 'typeset', 'local', 'readonly'];
/** Built-ins that assign to the variables that their arguments name. */
const READING = ['read', 'mapfile', 'readarray'];
const ASSIGNMENT = /^([A-Za-z_]\w*)\+?=/;
const NAME = /^[A-Za-z_]\w*$/;

/** What a command assigns for what follows it, or for itself where words follow: `A=1`, `export A=1`, `declare A=1`. */
export function assignmentsOf(command: ShellCommand): readonly ShellAssignment[] {
  if (command.name === undefined || !DECLARING.includes(command.name)) return command.assignments;
  const declared = command.words.slice(1).flatMap(word => {
    const [prefix, name] = ASSIGNMENT.exec(word.unquoted) ?? [];
    if (prefix === undefined || name === undefined) return [];
    return [{ name, value: word.value?.slice(prefix.length), span: word.span }];
  });
  return [...command.assignments, ...declared];
}

/** Every variable name that a command gives a value: assignments, `read`, `printf -v`, `getopts`, `mapfile`. */
export function namesAssignedBy(command: ShellCommand): readonly string[] {
  const operands = command.words
    .slice(1)
    .flatMap(({ value }) => (value !== undefined && NAME.test(value) ? [value] : []));
  const assigned = assignmentsOf(command).map(({ name }) => name);
  const { name = '', words } = command;
  if (READING.includes(name) || DECLARING.includes(name)) return [...assigned, ...operands];
  if (name === 'getopts') return [...assigned, ...operands.slice(-1)];
  if (name === 'printf' && words[1]?.value === '-v') return [...assigned, ...operands.slice(0, 1)];
  return assigned;
}

/**
 * The value that a variable has for a command by what the same instruction's scripts say: its own `NAME=value` prefix or
 * the last assignment before it. Undefined where there is none or it is not literal.
 */
export function valueBefore(command: ShellCommand, name: string): string | undefined {
  const own = command.assignments.find(assignment => assignment.name === name);
  if (own !== undefined) return own.value;
  const index = indexOf(command);
  return declaredIn(command.script.instruction)
    .get(name)
    ?.findLast(declared => declared.index < index)?.value;
}

type Declared = ReadonlyMap<string, readonly { readonly index: number; readonly value: string | undefined }[]>;

const memo = memoMap<Instruction, Declared>();

/** What the commands of an instruction assign for those behind them, by name. */
function declaredIn(instruction: Instruction): Declared {
  const known = memo.get(instruction);
  if (known !== undefined) return known;
  const found = new Map<string, { index: number; value: string | undefined }[]>();
  for (const [index, command] of commandsOf(instruction).entries()) {
    if (command.words.length > 0 && !DECLARING.includes(command.name ?? '')) continue;
    for (const { name, value } of assignmentsOf(command)) {
      const list = found.get(name) ?? [];
      list.push({ index, value });
      found.set(name, list);
    }
  }
  memo.set(instruction, found);
  return found;
}
