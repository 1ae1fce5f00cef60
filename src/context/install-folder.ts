import { everBefore } from '../dockerfile/ever-before.ts';
import type { Instruction, RunInstruction } from '../dockerfile/model.ts';
import { pathAt } from '../images/run-paths.ts';
import { commandsOf, indexOf } from '../shell/commands.ts';
import type { Manager } from '../shell/managers/manager.ts';
import type { ShellCommand } from '../shell/model.ts';
import { operationsOf, type PackageOperation } from '../shell/operations.ts';
import { memoMap } from '../text/memo-map.ts';
import type { BuildContext } from './build-context.ts';
import { nameOf } from './clean-path.ts';
import { placedIn, type PlacedFile } from './placed-files.ts';

/** What an install from a manifest finds in its folder. */
export interface InstallFolder {
  readonly manifests: readonly PlacedFile[];
  readonly locks: readonly PlacedFile[];
}

const MOVING = [
  '--prefix',
  '-C',
  '--cwd',
  '--dir',
  '--directory',
  '--project',
  '--manifest-path',
  '--gemfile',
  '--file',
];

/** Undefined where it is not known which folder that is, or where commands before it change the manifest or the lock file. */
export function installFolder(
  operation: PackageOperation,
  run: RunInstruction,
  context: BuildContext | undefined,
): InstallFolder | undefined {
  const { command, manager } = operation;
  const folder = operation.has(...MOVING) ? undefined : pathAt(command, '.');
  if (folder === undefined || isChanged(operation, run)) return undefined;
  const files = placedIn(folder, run, context);
  const named = (names: readonly string[]): readonly PlacedFile[] =>
    files.filter(({ place }) => names.includes(nameOf(place)));
  return { manifests: named(manager.manifests), locks: named(manager.lockFiles) };
}

const questions = new Map<string, (instruction: Instruction) => boolean>();

/** True where a command before this one, in its stage or those below, changes the manager's files. */
function isChanged({ command, manager }: PackageOperation, run: RunInstruction): boolean {
  let changedBefore = questions.get(manager.name);
  if (changedBefore === undefined) {
    changedBefore = everBefore(instruction => firstChange(instruction, manager) !== Infinity);
    questions.set(manager.name, changedBefore);
  }
  return changedBefore(run) || firstChange(run, manager) < indexOf(command);
}

const memo = memoMap<Instruction, Map<string, number>>();

/** The place among its commands of the first that changes the manager's files; Infinity where none does. */
function firstChange(instruction: Instruction, manager: Manager): number {
  const known = memo.get(instruction) ?? new Map<string, number>();
  memo.set(instruction, known);
  let found = known.get(manager.name);
  if (found === undefined) {
    const at = commandsOf(instruction).findIndex(each => changes(each, manager));
    found = at === -1 ? Infinity : at;
    known.set(manager.name, found);
  }
  return found;
}

/** True for what adds packages, updates the lock file, or names one of the files: `sed -i … package.json`. */
function changes(earlier: ShellCommand, manager: Manager): boolean {
  const files = [...manager.manifests, ...manager.lockFiles];
  if (earlier.words.slice(1).some(({ unquoted }) => files.includes(nameOf(unquoted)))) return true;
  return operationsOf(earlier).some(other => {
    if (other.manager.name !== manager.name || other.isGlobal) return false;
    const adds = other.action === 'install' && other.packages.length > 0 && manager.lockFiles.length > 0;
    return (
      (adds && other.subcommand !== 'tool install') ||
      other.action === 'upgrade' ||
      other.action === 'lock' ||
      setsFrozen(other)
    );
  });
}

/** `bundle config set frozen true`, `yarn config set enableImmutableInstalls true`. */
function setsFrozen({ action, command }: PackageOperation): boolean {
  return (
    action === 'configure' &&
    command.words.some(({ unquoted }) => /frozen|deployment|immutable|lockfile/i.test(unquoted))
  );
}
