import type { Dockerfile } from '../dockerfile/model.ts';
import type { BuildContext } from './build-context.ts';
import { cleanPath } from './clean-path.ts';
import { escapesContext, hasWildcards } from './copy-match.ts';
import { type LocalSource, localSources } from './local-sources.ts';

/** What a Dockerfile copies by its whole name, paths without `./` and the like; not what is the context itself. */
export function namedSources({ instructions }: Dockerfile): readonly LocalSource[] {
  return instructions
    .flatMap(localSources)
    .filter(({ path }) => !hasWildcards(path) && !escapesContext(path))
    .map(({ word, path }) => ({ word, path: cleanPath(`/${path}`).slice(1) }))
    .filter(({ path }) => path !== '');
}

/** False where several files are copied by name and the folder has none of them: the context is likely to be another one. */
export function fitsContext(dockerfile: Dockerfile, context: BuildContext): boolean {
  const named = namedSources(dockerfile);
  return named.length < 2 || named.some(({ path }) => context.stat(path) !== undefined || context.ignores(path));
}

/** Tells of a path whether it comes by other ways than a commit: a submodule, what Git ignores, what GoReleaser builds. */
export function laterIn(context: BuildContext): (path: string) => boolean {
  const modules = context.read('.gitmodules')?.matchAll(/^[ \t]*path[ \t]*=[ \t]*(\S+)/gm) ?? [];
  const ignored = context.read('.gitignore')?.split('\n') ?? [];
  const folders = new Set([
    ...Array.from(modules, ([, folder = '']) => folder),
    ...ignored.map(line => line.trim().replace(/^\//, '').replace(/\/$/, '')),
  ]);
  const isReleased = ['.goreleaser.yml', '.goreleaser.yaml'].some(name => context.stat(name) !== undefined);
  return path =>
    path.split('/').some((_, index, parts) => folders.has(parts.slice(0, index + 1).join('/'))) ||
    (isReleased && /^[\w-]+$/.test(path));
}
