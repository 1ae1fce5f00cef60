import type { RunInstruction } from '../dockerfile/model.ts';
import { scopeAt } from '../dockerfile/variables.ts';
import type { CachePath } from './managers/manager.ts';
import type { PackageOperation } from './operations.ts';
import { withoutTrailing } from '../text/endings.ts';

/** Flags that say where the cache is. */
const FLAGS = ['--cache-dir', '--cache', '--cache-folder'];
/** Variables whose value is the cache itself, not a folder above it. */
const DIRECT = /CACHE_DIR$|_CACHE$|^GOMODCACHE$|^GOCACHE$|^NUGET_PACKAGES$|^GRADLE_USER_HOME$|^YARN_CACHE_FOLDER$/i;
/** Their place hangs on more than is written here: versions, settings. */
const UNSURE = ['yarn', 'pnpm', 'bundle', 'gem'];

/**
 * The folders in which a manager keeps its cache in a RUN of a user with that home; undefined where that cannot be known.
 */
export function cachePlaces(
  operation: PackageOperation,
  run: RunInstruction,
  home: string | undefined,
): readonly string[] | undefined {
  const { manager } = operation;
  const given = operation.flag(...FLAGS)?.value;
  if (given !== undefined) return given.startsWith('/') && !given.includes('$') ? [given] : undefined;
  if (UNSURE.includes(manager.name) || manager.caches.length === 0) return undefined;
  const places = manager.caches.map(cache => placeOf(cache, run, home));
  return places.some(place => place === undefined) ? undefined : places.filter(place => place !== undefined);
}

function placeOf({ path, movedBy = [] }: CachePath, run: RunInstruction, home: string | undefined): string | undefined {
  const scope = scopeAt(run);
  for (const name of movedBy) {
    const definition = scope.get(name);
    if (definition.kind !== 'arg' && definition.kind !== 'env') continue;
    return DIRECT.test(name) && definition.value?.startsWith('/') === true ? definition.value : undefined;
  }
  if (!path.startsWith('/root/')) return path;
  return home === undefined ? undefined : home + path.slice('/root'.length);
}

/** True where one folder is the other or stands in it. */
export function areNested(a: string, b: string): boolean {
  const [one, other] = [a, b].map(path => `${withoutTrailing(path, '/')}/`);
  return one !== undefined && other !== undefined && (one.startsWith(other) || other.startsWith(one));
}
