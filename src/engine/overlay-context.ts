import type { BuildContext } from '../context/build-context.ts';

/** A build context in which some files have been written: what fixes wrote, the next pass sees. */
export function overlayContext(context: BuildContext, written: ReadonlyMap<string, string>): BuildContext {
  const ignorePath = context.ignoreFile?.path ?? '.dockerignore';
  const ignoreText = written.get(ignorePath);
  return {
    files: () => [...new Set([...context.files(), ...written.keys()])].toSorted(),
    isTruncated: () => context.isTruncated(),
    stat: path => {
      const text = written.get(path);
      return text === undefined ? context.stat(path) : { kind: 'file', size: text.length, executable: false };
    },
    read: path => written.get(path) ?? context.read(path),
    ignoreFile: ignoreText === undefined ? context.ignoreFile : { path: ignorePath, text: ignoreText },
    ignores: path => context.ignores(path),
  };
}
