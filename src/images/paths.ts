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
