import type { Dockerfile, Mount, RunInstruction } from '../../dockerfile/model.ts';
import { defineRule, type Fix } from '../../engine/rule.ts';
import { setMountOption } from '../../fixers/cache-mount.ts';
import { removeShellFlag } from '../../fixers/shell-flags.ts';
import { stateAt } from '../../images/state.ts';
import { areNested, cachePlaces } from '../../shell/cache-places.ts';
import { commandsOf } from '../../shell/commands.ts';
import { findFlag } from '../../shell/flags.ts';
import { MANAGERS } from '../../shell/managers/index.ts';
import { operationsOf, packageOperations, type PackageOperation } from '../../shell/operations.ts';
import { isPlainProgram } from '../../shell/steady-steps.ts';
import { withoutTrailing } from '../../text/endings.ts';

export default defineRule({
  id: 'cache-mount-wrong-target',
  summary: 'Mount the cache that the tool uses',
  category: 'cache',
  severity: 'warning',
  applies: 'any',
  fixable: 'safe',

  messages: {
    elsewhere: '{tool} keeps its cache in `{place}` here, so the mount on `{target}` stays empty.',
    switchedOff: '`{flag}` keeps {tool} from the cache that is mounted on `{target}`.',
  },

  check(dockerfile, report) {
    for (const run of dockerfile.instructions) {
      if (run.keyword !== 'RUN' || run.mounts.every(({ type }) => type !== 'cache')) continue;
      const uses = cacheUses(run);
      const isKnown = isKnownWhole(run);
      for (const mount of run.mounts) {
        const target = mount.target;
        const at = targetOf(mount)?.span;
        if (mount.type !== 'cache' || target === undefined || at === undefined || target.includes('$')) continue;
        for (const { operation, places } of uses ?? []) {
          const flag = findFlag(operation.flags, operation.manager.noCache ?? []);
          if (flag === undefined || !places.some(place => areNested(place, target))) continue;
          const edit = removeShellFlag(dockerfile, flag);
          report('switchedOff', {
            at: flag.word.span,
            data: { flag: flag.word.text, tool: operation.program.text, target },
            fix: edit && { title: `Remove ${flag.word.text}`, safety: 'safe', edits: [edit] },
          });
        }
        if (uses === undefined || !isKnown || !isCacheOfSome(target)) continue;
        if (uses.some(({ places }) => places.some(place => areNested(place, target)))) continue;
        const [first] = uses;
        if (first === undefined) continue;
        const data = { tool: first.operation.program.text, place: first.places[0] ?? '', target };
        report('elsewhere', { at, data, fix: retargeted(dockerfile, run, mount, uses) });
      }
    }
  },
});

function targetOf({ options }: Mount) {
  return [...options].findLast(([key]) => ['target', 'dst', 'destination'].includes(key))?.[1];
}

interface CacheUse {
  readonly operation: PackageOperation;
  readonly places: readonly string[];
}

const FILLING = ['install', 'download', 'build', 'upgrade', 'update-index'];

/** What the operations of a RUN keep where; undefined where that is not known of all of them. */
function cacheUses(run: RunInstruction): readonly CacheUse[] | undefined {
  const state = stateAt(run);
  const name = state?.user?.name;
  const isRoot = name === 'root' || name === '0' || (name === undefined && state?.user === undefined);
  const home = state?.env('HOME') ?? (isRoot ? '/root' : state?.account(name ?? '')?.home);
  const uses = packageOperations(run)
    .filter(({ action, manager }) => FILLING.includes(action) && manager.caches.length > 0)
    .map(operation => ({ operation, places: cachePlaces(operation, run, home) }));
  const known = uses.flatMap(({ operation, places }) => (places === undefined ? [] : { operation, places }));
  return known.length < uses.length ? undefined : known;
}

/** True for a folder that some manager keeps its cache in, of whichever user. */
function isCacheOfSome(target: string): boolean {
  const path = withoutTrailing(target, '/').replace(/^(?:\/root|\/home\/[^/]+|~)\//, '/root/');
  return MANAGERS.some(({ caches }) => caches.some(cache => cache.path === path));
}

/** True where nothing in a RUN may use a cache unseen. */
function isKnownWhole(run: RunInstruction): boolean {
  return commandsOf(run).every(command => {
    const operations = operationsOf(command);
    return operations.length === 0 ? isPlainProgram(command) : operations.every(({ action }) => action !== 'run');
  });
}

/** The mount on the one folder that is filled, where that is not mounted too. */
function retargeted(
  dockerfile: Dockerfile,
  run: RunInstruction,
  mount: Mount,
  uses: readonly CacheUse[],
): Fix | undefined {
  const [place, ...others] = new Set(uses.flatMap(({ places }) => places));
  const isMounted = run.mounts.some(({ target }) => target !== undefined && areNested(target, place ?? ''));
  if (place === undefined || others.length > 0 || isMounted) return undefined;
  const edit = setMountOption(dockerfile, mount, 'target', place);
  return edit && { title: `Mount it on ${place}`, safety: 'safe', edits: [edit] };
}
