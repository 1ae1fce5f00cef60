import type { RunInstruction } from '../dockerfile/model.ts';
import { commandsAfter, commandsBefore, commandsOf } from './commands.ts';
import type { ShellCommand } from './model.ts';
import { operationsOf, packageOperations, type PackageOperation } from './operations.ts';

/** Commands that surely read no package index. */
const BLIND = new Set(['rm', 'echo', 'printf', 'set', 'true', ':', 'mkdir', 'touch', 'ls', 'cat', 'sleep', 'export']);
/** What these managers do without a look at their index. */
const WITHOUT_INDEX = ['update-index', 'clean', 'remove', 'configure'];
/** Flags by which apk fetches an index of its own. */
const OWN_INDEX = ['--no-cache', '--update-cache', '--update', '-U', '--no-network'];

/** Those that leave it for the commands behind. */
const FETCHES_INDEX = ['--update-cache', '--update', '-U'];

/** The updates of a package index in whose RUN nothing behind them reads it, or installs by an index of its own. */
export function unreadUpdates(run: RunInstruction): readonly PackageOperation[] {
  return packageOperations(run).filter(
    ({ action, command, manager: { ecosystem } }) =>
      action === 'update-index' &&
      !commandsAfter(command).some(later => mayReadIndex(later, ecosystem) || installs(later, ecosystem)),
  );
}

function installs(command: ShellCommand, ecosystem: string): boolean {
  return operationsOf(command).some(({ action, manager }) => action === 'install' && manager.ecosystem === ecosystem);
}

/** True for what reads the index of an ecosystem's packages, or may, being unknown. */
function mayReadIndex(command: ShellCommand, ecosystem: string): boolean {
  const operations = operationsOf(command);
  if (operations.length === 0) return command.name === undefined || !BLIND.has(command.name);
  return operations.some(
    operation =>
      operation.manager.ecosystem === ecosystem &&
      !WITHOUT_INDEX.includes(operation.action) &&
      !operation.has(...OWN_INDEX),
  );
}

/** The operations of a RUN that read the index which an earlier layer holds. */
export function readersOfOldIndex(run: RunInstruction, ecosystem: string): readonly PackageOperation[] {
  return packageOperations(run).filter(
    operation =>
      operation.manager.ecosystem === ecosystem &&
      ['install', 'upgrade', 'dist-upgrade', 'download'].includes(operation.action) &&
      !operation.has(...OWN_INDEX) &&
      !commandsBefore(operation.command)
        .flatMap(operationsOf)
        .some(
          earlier =>
            earlier.manager.ecosystem === ecosystem &&
            (earlier.action === 'update-index' || earlier.has(...FETCHES_INDEX)),
        ),
  );
}

/** True for a RUN with a program that nobody knows, and that may look into the index. */
export function mayReadUnseen(run: RunInstruction, ecosystem: string): boolean {
  const commands = commandsOf(run);
  const updates = commands.flatMap(operationsOf).some(({ action }) => action === 'update-index');
  return commands.length === 0 || (!updates && commands.some(command => mayReadIndex(command, ecosystem)));
}
