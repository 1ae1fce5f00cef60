import type { BuildContext } from '../build-context.ts';
import { parseDockerignore } from '../dockerignore.ts';
import { filesByFolder } from './overview.ts';

const NEVER = /(?:^|\/)(?:node_modules|target|\.git)(?:\/|$)/;

/** The folders below one that a workspace's globs select and that hold a manifest; `!` lines and `exclude` take away. */
export function memberFolders(
  context: BuildContext,
  folder: string,
  globs: readonly string[],
  manifest: string,
  exclude: readonly string[] = [],
): readonly string[] {
  if (globs.length === 0) return [];
  const prefix = folder === '' ? '' : `${folder}/`;
  const wanted = globs.map(glob => parseDockerignore(plain(glob)).patterns[0]).filter(pattern => pattern !== undefined);
  const unwanted = exclude
    .map(glob => parseDockerignore(plain(glob)).patterns[0])
    .filter(pattern => pattern !== undefined);
  const isMember = (path: string): boolean =>
    wanted.some(pattern => !pattern.negated && pattern.matches(path)) &&
    !wanted.some(pattern => pattern.negated && pattern.matches(path)) &&
    !unwanted.some(pattern => pattern.matches(path));

  return [...filesByFolder(context)]
    .filter(([path, files]) => path.startsWith(prefix) && path !== folder && files.includes(`${path}/${manifest}`))
    .map(([path]) => path)
    .filter(path => !NEVER.test(path) && isMember(path.slice(prefix.length)));
}

function plain(glob: string): string {
  return glob.replace(/^(!?)\.\//, '$1').replace(/^#/, '\\#');
}
