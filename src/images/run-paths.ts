import type { Instruction } from '../dockerfile/model.ts';
import { commandsOf } from '../shell/commands.ts';
import type { ShellCommand } from '../shell/model.ts';
import { resolvePath } from './paths.ts';
import { stateAt } from './state.ts';
import { memoMap } from '../text/memo-map.ts';

/**
 * The absolute path that a word names for a command, by the `cd`s before it and WORKDIR, `~` being root's home.
 * Undefined where that hangs on something unknown at its head; expansions further on stand as written.
 */
export function pathAt(command: ShellCommand, written: string): string | undefined {
  const path = written.replace(/^(?:~|\$HOME|\$\{HOME\})(?=\/|$)/, '/root');
  if (path.startsWith('/')) return resolvePath([path]);
  if (/^[$`~]/.test(path)) return undefined;
  const folder = folderAt(command);
  return folder === undefined ? undefined : resolvePath([folder, path]);
}

/** The folder that a command runs in. */
function folderAt(command: ShellCommand): string | undefined {
  const { instruction } = command.script;
  let folders = memo.get(instruction);
  if (folders === undefined) memo.set(instruction, (folders = foldersIn(instruction)));
  return folders.get(command);
}

const memo = memoMap<Instruction, ReadonlyMap<ShellCommand, string | undefined>>();

/** The folder of each command of an instruction. What a subshell does holds for subshells only. */
function foldersIn(instruction: Instruction): ReadonlyMap<ShellCommand, string | undefined> {
  const start = stateAt(instruction)?.workdir;
  const folders = new Map<ShellCommand, string | undefined>();
  let [outer, inner] = [start, start];
  for (const command of commandsOf(instruction)) {
    const isInner = command.within.includes('subshell');
    folders.set(command, isInner ? inner : outer);
    inner = moved(command, inner);
    if (!isInner) outer = moved(command, outer);
  }
  return folders;
}

function moved({ name, words }: ShellCommand, folder: string | undefined): string | undefined {
  if (name === 'popd') return undefined;
  if (name !== 'cd' && name !== 'pushd') return folder;
  const target = words[1]?.value;
  if (target === undefined || /^[-~]/.test(target)) return undefined;
  return target.startsWith('/') || folder !== undefined ? resolvePath([folder ?? '/', target]) : undefined;
}
