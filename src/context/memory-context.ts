import { type BuildContext, type FileFacts, MAX_READ } from './build-context.ts';
import { contextPath, foldersAbove } from './clean-path.ts';
import { parseDockerignore } from './dockerignore.ts';

/** A file of a context in memory: its text, or what is known of it. Without a text it cannot be read. */
export type MemoryFile = string | { readonly text?: string; readonly size?: number; readonly executable?: boolean };

const FOLDER: FileFacts = { kind: 'folder', size: 0, executable: false };

/** A build context of files by their paths: for tests, browsers and editors. `ignoreFile` is the path of the one that holds. */
export function memoryContext(files: Readonly<Record<string, MemoryFile>>, ignoreFile = '.dockerignore'): BuildContext {
  const entries = new Map(Object.entries(files).map(([path, file]) => [contextPath(path) ?? path, asFile(file)]));
  const folders = foldersAbove(entries.keys());
  const ignoreText = entries.get(ignoreFile)?.text;
  const { ignores } = parseDockerignore(ignoreText ?? '');
  const find = <T>(path: string, get: (clean: string) => T | undefined): T | undefined => {
    const clean = contextPath(path);
    return clean === undefined ? undefined : get(clean);
  };

  const included = [...entries.keys()].filter(path => !ignores(path)).toSorted();
  return {
    files: () => included,
    isTruncated: () => false,
    stat: path => find(path, clean => entries.get(clean)?.facts ?? (folders.has(clean) ? FOLDER : undefined)),
    read: path => find(path, clean => readable(entries.get(clean)?.text)),
    ignoreFile: ignoreText === undefined ? undefined : { path: ignoreFile, text: ignoreText },
    ignores,
  };
}

interface Entry {
  readonly text: string | undefined;
  readonly facts: FileFacts;
}

function asFile(file: MemoryFile): Entry {
  const { text, size, executable = false } = typeof file === 'string' ? { text: file } : file;
  return { text, facts: { kind: 'file', size: size ?? new TextEncoder().encode(text ?? '').length, executable } };
}

function readable(text: string | undefined): string | undefined {
  return text !== undefined && text.length <= MAX_READ ? text : undefined;
}
