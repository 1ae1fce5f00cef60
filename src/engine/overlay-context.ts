import type { BuildContext } from '../context/build-context.ts';
import { parseDockerignore } from '../context/dockerignore.ts';

/** A build context in which some files have been written: what fixes wrote, the next pass sees. */
export function overlayContext(context: BuildContext, written: ReadonlyMap<string, string>): BuildContext {
  const ignorePath = context.ignoreFile?.path ?? '.dockerignore';
  const ignoreText = written.get(ignorePath);
  const ignore = ignoreText === undefined ? context : parseDockerignore(ignoreText);
  const files = memoised(() => {
    const known = new Set(context.files());
    const added = [...written.keys()].filter(path => !known.has(path) && !ignore.ignores(path));
    // What the context lists has passed its own patterns.
    const stay = ignore === context ? context.files() : context.files().filter(path => !ignore.ignores(path));
    return added.length === 0 ? stay : [...stay, ...added].toSorted();
  });
  return {
    files,
    isTruncated: () => context.isTruncated(),
    stat: path => {
      const text = written.get(path);
      if (text === undefined) return context.stat(path);
      return { kind: 'file', size: new TextEncoder().encode(text).length, executable: false };
    },
    read: path => written.get(path) ?? context.read(path),
    ignoreFile: ignoreText === undefined ? context.ignoreFile : { path: ignorePath, text: ignoreText },
    ignores: path => ignore.ignores(path),
  };
}

function memoised<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
