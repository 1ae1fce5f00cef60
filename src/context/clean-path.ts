/** Relative, and each part a name: nothing is left to be resolved. */
const CLEAN = /^(?!\.{0,2}(?:\/|$))(?:(?!\/\.{0,2}(?:\/|$)).)+$/s;

/** The shortest path with the same meaning, as Go's `filepath.Clean` has it: `.`, `..` and doubled slashes resolved. */
export function cleanPath(path: string): string {
  if (CLEAN.test(path)) return path;
  const rooted = path.startsWith('/');
  const kept: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') kept.push(part);
    else if (kept.length > 0 && kept.at(-1) !== '..') kept.pop();
    else if (!rooted) kept.push(part);
  }
  return rooted ? `/${kept.join('/')}` : kept.join('/') || '.';
}

/** A path of the context as its own files are named: relative, clean, `''` for the root; undefined where it leads out. */
export function contextPath(path: string): string | undefined {
  const clean = cleanPath(path.replace(/^\/+/, ''));
  if (clean === '.') return '';
  return clean === '..' || clean.startsWith('../') ? undefined : clean;
}

/** The folder that a path stands in, `''` for the root. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** The last part of a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** A path written relative to a folder of the context; undefined where it leads out of the context. */
export function joinPath(folder: string, path: string): string | undefined {
  return contextPath(folder === '' ? path : `${folder}/${path}`);
}

/** Every folder above these paths, the root as `''`. */
export function foldersAbove(paths: Iterable<string>): Set<string> {
  const folders = new Set(['']);
  for (const path of paths) {
    for (let folder = folderOf(path); !folders.has(folder); folder = folderOf(folder)) folders.add(folder);
  }
  return folders;
}
