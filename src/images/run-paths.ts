import { commandsBefore } from '../shell/commands.ts';
import type { ShellCommand } from '../shell/model.ts';
import { resolvePath } from './paths.ts';
import { stateAt } from './state.ts';

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
  let folder = stateAt(instruction)?.workdir;
  for (const { name, words, within } of commandsBefore(command)) {
    if (name !== 'cd' && name !== 'pushd' && name !== 'popd') continue;
    const leaves = within.includes('subshell') && !command.within.includes('subshell');
    if (leaves) continue;
    const target = words[1]?.value;
    if (name === 'popd' || target === undefined || /^[-~]/.test(target)) folder = undefined;
    else if (target.startsWith('/') || folder !== undefined) folder = resolvePath([folder ?? '/', target]);
  }
  return folder;
}
