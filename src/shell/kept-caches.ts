import type { Instruction, RunInstruction } from '../dockerfile/model.ts';
import { scopeAt } from '../dockerfile/variables.ts';
import { commandsOf, indexOf } from './commands.ts';
import type { Action, CachePath, Manager } from './managers/manager.ts';
import type { ShellCommand } from './model.ts';
import { packageOperations, type PackageOperation } from './operations.ts';
import { areNested } from './cache-places.ts';
import { removedPaths, removes } from './removals.ts';
import { withoutTrailing } from '../text/endings.ts';
import { memoMap } from '../text/memo-map.ts';

/** What fills a cache, and what of it counts. */
export interface CacheUse {
  /** Names of managers. */
  readonly managers: readonly string[];
  readonly actions: readonly Action[];
  readonly kind: CachePath['kind'];
}

/** The RUN that an instruction is, or that an ONBUILD wraps. */
export function runOf(instruction: Instruction): RunInstruction | undefined {
  if (instruction.keyword === 'RUN') return instruction;
  return instruction.keyword === 'ONBUILD' && instruction.inner?.keyword === 'RUN' ? instruction.inner : undefined;
}

/** The operations of a RUN that leave a package manager's cache in its layer: on no mount, not switched off, and not cleaned up behind them. */
export function keptCaches(run: RunInstruction, use: CacheUse): readonly PackageOperation[] {
  return cacheUses(run, use).filter(operation => !isCleaned(operation, use.kind));
}

/** The operations of a RUN that fill a package manager's cache in its layer, cleaned up behind them or not. */
export function cacheUses(run: RunInstruction, { managers, actions, kind }: CacheUse): readonly PackageOperation[] {
  return packageOperations(run).filter(
    operation =>
      managers.includes(operation.manager.name) &&
      actions.includes(operation.action) &&
      !operation.skipsCache &&
      !mayBeOff(run, operation) &&
      cachesOf(operation, kind).every(
        cache => !isMounted(run, cache.filled ?? cache.path) && !isMoved(run, operation, cache),
      ),
  );
}

/** True where the commands behind an operation, in the same RUN, take out what it left in its cache. */
export function isCleaned({ command, manager }: PackageOperation, kind: CachePath['kind']): boolean {
  return indexOf(command) < lastCleaning(command.script.instruction, manager, kind);
}

const memo = memoMap<Instruction, Map<string, number>>();

/** The place of the last command of an instruction that takes out a manager's cache; -1 where none does. */
function lastCleaning(instruction: Instruction, manager: Manager, kind: CachePath['kind']): number {
  const known = memo.get(instruction) ?? new Map<string, number>();
  memo.set(instruction, known);
  const key = `${manager.name} ${kind}`;
  let last = known.get(key);
  if (last === undefined) {
    const caches = manager.caches.filter(cache => cache.kind === kind);
    const operations = packageOperations(instruction);
    const asking = operations.filter(one => one.manager === manager && NAMES_CACHE.test(one.subcommand));
    const ofManagers = new Set(operations.map(({ command }) => command));
    const cleaning = new Set(operations.filter(later => cleans(later, manager, kind)).map(({ command }) => command));
    last = commandsOf(instruction).findLastIndex(
      command =>
        cleaning.has(command) ||
        // A program of the author's own that says so in its name.
        (command.name?.includes('clean') === true && !ofManagers.has(command)) ||
        caches.some(cache => removesCache(command, cache)) ||
        removesNamed(command, asking),
    );
    known.set(key, last);
  }
  return last;
}

function cachesOf({ manager }: PackageOperation, kind: CachePath['kind']): readonly CachePath[] {
  return manager.caches.filter(cache => cache.kind === kind);
}

function cleans(later: PackageOperation, manager: Manager, kind: CachePath['kind']): boolean {
  if (later.action !== 'clean' || !shareCaches(later.manager, manager)) return false;
  return kind === 'downloads' || /^dist-?clean$/.test(later.subcommand);
}

/** dnf empties what yum fills, but npm not what Yarn does. */
function shareCaches(one: Manager, other: Manager): boolean {
  return one === other || one.caches.some(({ path }) => other.caches.some(cache => cache.path === path));
}

/** `rm -rf $(yarn cache dir)`: the command asks in a substitution where the cache is. */
function removesNamed({ name, span }: ShellCommand, asking: readonly PackageOperation[]): boolean {
  return name === 'rm' && asking.some(({ command }) => command.span[0] > span[0] && command.span[1] < span[1]);
}

/** What prints where the cache is. */
const NAMES_CACHE = /^(?:cache dir|config get|store path)$/;
const IN_HOME = /^\/(?:root|usr\/local\/share)\//;

/** The folders of a home may be of any user's: `/home/app/.cache/pip` for `/root/.cache/pip`; yarn's for root is in `/usr/local/share`. */
function removesCache(command: ShellCommand, cache: CachePath): boolean {
  const path = cache.filled ?? cache.path;
  if (removes(command, path)) return true;
  const tail = path.replace(IN_HOME, '/');
  return tail !== path && removedPaths(command).some(removed => `${removed}/`.includes(`${tail}/`));
}

/** True where the RUN has a cache or an empty file system over the path, in any user's home: what is written there stays out of the layer. */
export function isMounted({ mounts }: RunInstruction, path: string): boolean {
  return mounts.some(({ type, target }) => {
    if ((type !== 'cache' && type !== 'tmpfs') || target === undefined) return false;
    const folder = withoutTrailing(target, '/');
    // A folder in the cache is there for what fills it: `/usr/local/share/.cache/yarn/v6`.
    if (folder.includes('$') || areNested(path, folder)) return true;
    return IN_HOME.test(path) && foldersOf(path.replace(IN_HOME, '')).some(tail => folder.endsWith(tail));
  });
}

/** `.cache/pip` is in itself and in `.cache`. */
function foldersOf(path: string): readonly string[] {
  const parts = path.split('/');
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

/** True where a flag, an ARG or an ENV puts the cache elsewhere: then nobody knows where it is. */
function isMoved(run: RunInstruction, { flags }: PackageOperation, { movedBy = [] }: CachePath): boolean {
  const scope = scopeAt(run);
  return movedBy.some(name => flags.some(flag => flag.name === name) || ['arg', 'env'].includes(scope.get(name).kind));
}

/** True where a variable that switches the cache off has a value that cannot be known. */
function mayBeOff(run: RunInstruction, { manager: { noCacheVariables = {} } }: PackageOperation): boolean {
  const scope = scopeAt(run);
  return Object.keys(noCacheVariables).some(name => {
    const definition = scope.get(name);
    return definition.kind === 'env' && definition.value === undefined;
  });
}
