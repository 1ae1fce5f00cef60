import type { Dockerfile, RunInstruction, Stage } from '../../dockerfile/model.ts';
import { stateAt } from '../../images/state.ts';
import { operationsOf } from '../../shell/operations.ts';
import type { Effect } from '../effects.ts';
import { addFlags, dropCommands, dropWords, isPlainList, editRun, indentOf } from './run-text.ts';
import { memoMap } from '../../text/memo-map.ts';
import type { Edit } from '../../text/span.ts';

const FETCHING: ReadonlySet<string> = new Set(['install', 'download', 'lock', 'build']);
/** Managers whose cache a mount would not reach without a setting of their own. */
const UNMOUNTED: ReadonlySet<string> = new Set(['bundle', 'bundler', 'gem', 'rubygems', 'pnpm']);
/** Words that tell a tool not to keep what it downloads: with them the mount would be dead. */
const DEAD_WORDS = new Set(['--no-cache-dir', '--no-cache']);

/** Cache mounts that a RUN lacks, as flags. */
export function missingMounts(run: RunInstruction, effects: readonly Effect[]): string[] {
  const present = new Set(run.mounts.map(({ target }) => target));
  const caches = effects.flatMap(effect => {
    if (effect.kind !== 'dependencies' && effect.kind !== 'build') return [];
    return operationsOf(effect.command).flatMap(({ manager, action }) =>
      FETCHING.has(action) && !UNMOUNTED.has(manager.name)
        ? manager.caches.filter(
            ({ kind, path }) =>
              (kind === 'downloads' && !path.includes('/berry/')) || (kind === 'build' && effect.kind === 'build'),
          )
        : [],
    );
  });
  const moved = run.stage === undefined ? new Set<string>() : setNames(run.stage);
  const home = stateAt(run)?.env('HOME') ?? '/root';
  const placed = caches.map(cache => ({ ...cache, path: cache.path.replace(/^\/root(?=\/)/, () => home) }));
  return [...new Map(placed.map(cache => [cache.path, cache])).values()]
    .filter(
      ({ path, movedBy = [] }) =>
        !movedBy.some(name => moved.has(name)) &&
        ![...present].some(target => target !== undefined && (target.startsWith(path) || path.startsWith(target))),
    )
    .map(
      ({ path, sharing }) => `--mount=type=cache,target=${path}${sharing === undefined ? '' : `,sharing=${sharing}`}`,
    );
}

const memo = memoMap<Stage, ReadonlySet<string>>();

/** The variables that a stage's ENVs set. */
function setNames(stage: Stage): ReadonlySet<string> {
  const known = memo.get(stage);
  if (known !== undefined) return known;
  const names = stage.instructions.flatMap(each =>
    each.keyword === 'ENV' ? each.pairs.map(({ key }) => key.text) : [],
  );
  const found = new Set(names);
  memo.set(stage, found);
  return found;
}

/** The edits that give a RUN cache mounts, as flags. */
export function mountEdits(dockerfile: Dockerfile, run: RunInstruction, flags: readonly string[]): Edit[] {
  return run.json || run.heredocs.length > 0 ? [] : addFlags(dockerfile, run, flags, indentOf(dockerfile));
}

/** The edits that give a RUN its cache mounts, and others that it shares, and take out the words that would defeat them. */
export function cacheEdits(
  dockerfile: Dockerfile,
  run: RunInstruction,
  effects: readonly Effect[],
  shared: readonly string[] = [],
): Edit[] {
  const flags = [...new Set([...missingMounts(run, effects), ...shared])];
  if (flags.length === 0 || run.json || run.heredocs.length > 0) return [];
  const dead = effects.flatMap(effect =>
    'tool' in effect
      ? effect.command.words.filter(word => DEAD_WORDS.has(word.value ?? '')).map(({ span }) => span)
      : [],
  );
  const commands = effects.map(({ command }) => command);
  const emptying = new Set(effects.filter(empties).map(({ command }) => command));
  if (emptying.size > 0 && !isPlainList(commands)) return [];
  return [
    ...addFlags(dockerfile, run, flags, indentOf(dockerfile)),
    ...dropCommands(commands, emptying),
    ...dropWords(dockerfile, dead),
  ];
}

/** True for a command that would empty the cache which is mounted. */
function empties({ kind, command }: Effect): boolean {
  const words = command.words.map(({ text }) => text).join(' ');
  return (
    kind === 'clean' &&
    /^(?:npm|yarn|pnpm|pip\d?|uv|go|cargo|composer|mix) |\/root\/\.(?:npm|cache|m2|gradle|nuget)|~\/\.(?:npm|cache)/.test(
      words,
    )
  );
}

/** A RUN with its cache mounts. */
export function withCaches(
  dockerfile: Dockerfile,
  run: RunInstruction,
  effects: readonly Effect[],
  more: readonly Edit[] = [],
): string {
  return editRun(dockerfile, run, [...cacheEdits(dockerfile, run, effects), ...more]);
}
