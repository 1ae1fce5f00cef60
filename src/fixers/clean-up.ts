import type { Dockerfile, RunInstruction } from '../dockerfile/model.ts';
import type { Fix } from '../engine/rule.ts';
import { chainOf, indexOf } from '../shell/commands.ts';
import { keptCaches, runOf, type CacheUse } from '../shell/kept-caches.ts';
import type { Manager } from '../shell/managers/manager.ts';
import type { ShellCommand } from '../shell/model.ts';
import { headSpan, packageOperations, type PackageOperation } from '../shell/operations.ts';
import type { Span } from '../text/span.ts';
import { appendCommand } from './run-commands.ts';

/** A cache that stays in a RUN's layer. */
export interface KeptCache {
  readonly run: RunInstruction;
  /** The first operation that leaves it. */
  readonly operation: PackageOperation;
  /** All that leave it, in order. */
  readonly operations: readonly PackageOperation[];
  readonly at: Span;
  /** As a person would say it: `dnf install`. */
  readonly command: string;
}

/** The caches that a file's RUNs keep, one a RUN and manager. */
export function keptCachesOf({ instructions }: Dockerfile, use: CacheUse): readonly KeptCache[] {
  return instructions.flatMap(instruction => {
    const run = runOf(instruction);
    if (run === undefined) return [];
    const kept = keptCaches(run, use);
    const first = kept.filter(({ manager }, index) => kept.findIndex(other => other.manager === manager) === index);
    return first.map(operation => ({
      run,
      operation,
      operations: kept.filter(({ manager }) => manager === operation.manager),
      at: headSpan(operation),
      command: `${operation.manager.name} ${operation.subcommand}`.trimEnd(),
    }));
  });
}

/** Empties the manager's cache at the end of its RUN; undefined where that cannot be done, or might fail where the RUN did not. */
export function cleanUp(
  dockerfile: Dockerfile,
  { run, operation }: Pick<KeptCache, 'run' | 'operation'>,
  safety: Fix['safety'] = 'safe',
): Fix | undefined {
  const command = cleanCommandOf(operation);
  const edit = command === undefined ? undefined : appendCommand(dockerfile, run, command);
  return edit && { title: `Add ${command ?? ''}`, safety, edits: [edit] };
}

/** With the program as it was called, and with `sudo` where that was there. */
function cleanCommandOf({ manager, command, program }: PackageOperation): string | undefined {
  const { cleanCommand } = manager;
  if (cleanCommand === undefined || !isOwn(command)) return undefined;
  const [sudo] = command.wrappers;
  const prefix = sudo === undefined ? '' : `${sudo.words.map(({ text }) => text).join(' ')} `;
  if (!cleanCommand.startsWith(`${manager.name} `)) return prefix + cleanCommand;
  // Only what surely ran, and is still there, can be called again.
  const hasChoice = chainOf(command).some(({ before }) => before === '||');
  const isSure = command.within.every(one => one === 'group') && !hasChoice;
  if (!isSure || command.words[0] !== program || removesMore(command, manager)) return undefined;
  return `${prefix}${program.text}${cleanCommand.slice(manager.name.length)}`;
}

/** Run by the RUN's own user: by no other wrapper than a bare `sudo`, in no script of `su`. */
function isOwn({ wrappers, script: { carrier } }: ShellCommand): boolean {
  const isPlain = wrappers.every(
    ({ name, words }) => name === 'sudo' && words.every(word => !isUserFlag(word.unquoted)),
  );
  if (!isPlain || wrappers.length > 1) return false;
  return carrier === undefined || (!['su', 'runuser'].includes(carrier.name ?? '') && carrier.wrappers.length === 0);
}

function isUserFlag(word: string): boolean {
  return /^(?:-[a-zA-Z]*[ug]|--user|--group)/.test(word);
}

/** The manager itself may be among what another one removes behind the command. */
function removesMore(command: ShellCommand, { name }: Manager): boolean {
  return packageOperations(command.script.instruction).some(
    later => later.action === 'remove' && later.manager.name !== name && indexOf(later.command) > indexOf(command),
  );
}
