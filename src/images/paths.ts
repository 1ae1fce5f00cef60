/** Joins paths as WORKDIR does, later ones onto those before them, and takes `.`, `..` and double slashes out. */
export function resolvePath(paths: readonly string[]): string {
  const kept: string[] = [];
  let isAbsolute = false;
  for (const path of paths) {
    if (path.startsWith('/')) {
      kept.length = 0;
      isAbsolute = true;
    }
    for (const part of path.split('/')) {
      if (part === '..' && (isAbsolute || (kept.length > 0 && kept.at(-1) !== '..'))) kept.pop();
      else if (part !== '' && part !== '.') kept.push(part);
    }
  }
  return (isAbsolute ? '/' : '') + kept.join('/');
}

/** Deeper than any path that people write. */
const DEEPEST = 64;

/** An absolute path and the folders that it is in, `/` first: `/`, `/a` and `/a/b` of `/a/b`. */
export function pathAndFolders(path: string): readonly string[] {
  const ends: number[] = [];
  for (let at = path.indexOf('/', 1); at !== -1 && ends.length < DEEPEST; at = path.indexOf('/', at + 1)) ends.push(at);
  return [...new Set(['/', ...ends.map(end => path.slice(0, end)), path])];
}
