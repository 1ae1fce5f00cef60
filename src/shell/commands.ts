import type { Instruction } from '../dockerfile/model.ts';
import { statementsOf } from './make-script.ts';
import type { ListItem, Script, ShellCommand } from './model.ts';
import { commandsWithin, scriptsOf } from './script.ts';
import { memoMap } from '../text/memo-map.ts';

const memo = memoMap<Instruction, readonly ShellCommand[]>();
const indexes = memoMap<readonly ShellCommand[], ReadonlyMap<ShellCommand, number>>();

/**
 * Every simple command that an instruction runs, in source order: those in substitutions, compound commands and nested
 * scripts (`sh -c '…'`) too, right behind the command that has them. Sees into ONBUILD.
 */
export function commandsOf(instruction: Instruction): readonly ShellCommand[] {
  let found = memo.get(instruction);
  if (found === undefined) {
    const [own] = scriptsOf(instruction);
    found = own === undefined ? [] : commandsWithin(own);
    memo.set(instruction, found);
  }
  return found;
}

/** Its place among the commands of its instruction. */
export function indexOf(command: ShellCommand): number {
  const all = commandsOf(command.script.instruction);
  let found = indexes.get(all);
  if (found === undefined) {
    found = new Map(all.map((one, index) => [one, index]));
    indexes.set(all, found);
  }
  return found.get(command) ?? -1;
}

/** The commands of the same instruction that stand behind this one, whatever joins them. */
export function commandsAfter(command: ShellCommand): readonly ShellCommand[] {
  return commandsOf(command.script.instruction).slice(indexOf(command) + 1);
}

/** The commands of the same instruction that stand before this one. */
export function commandsBefore(command: ShellCommand): readonly ShellCommand[] {
  return commandsOf(command.script.instruction).slice(0, Math.max(0, indexOf(command)));
}

/** The innermost list that a command stands in, item by item; `chainOf` of a script are its own statements. */
export function chainOf(of: ShellCommand | Script): readonly ListItem[] {
  return 'origin' in of ? statementsOf(of) : (of.place?.items ?? []);
}

/** The item of its list that a command is, or is in the pipeline of. */
export function itemOf(command: ShellCommand): ListItem | undefined {
  return command.place?.item;
}

/** The items right before and behind the one that a command stands in. */
export function neighbours(command: ShellCommand): {
  readonly previous: ListItem | undefined;
  readonly next: ListItem | undefined;
} {
  const items = chainOf(command);
  const item = itemOf(command);
  const at = item === undefined ? -1 : items.indexOf(item);
  return { previous: at > 0 ? items[at - 1] : undefined, next: at === -1 ? undefined : items[at + 1] };
}

/**
 * The members of the pipeline that a command is a member of, each as its commands (several where a member is compound or
 * has substitutions; the member itself is then the first). A command that is in no pipeline is its only member.
 */
export function pipelineOf(command: ShellCommand): readonly (readonly ShellCommand[])[] {
  return command.place?.pipeline ?? [[command]];
}

/** What a command's output is piped into: the commands of the next member, none where it ends its pipeline. */
export function pipedInto(command: ShellCommand): readonly ShellCommand[] {
  const members = pipelineOf(command);
  return members[members.findIndex(member => member.includes(command)) + 1] ?? [];
}
