import type { BuildContext } from '../build-context.ts';
import { folderOf, joinPath, nameOf } from '../clean-path.ts';
import { type Ecosystem, MANIFESTS } from './ecosystem.ts';

/** What one folder of the context holds of one ecosystem; paths from the context's root. */
export interface FolderManifests {
  readonly ecosystem: Ecosystem;
  readonly folder: string;
  /** The most telling first. */
  readonly manifests: readonly string[];
  readonly locks: readonly string[];
  /** Other files that an install reads where they are there; folders as such. */
  readonly inputs: readonly string[];
}

/** The ecosystems whose manifests lie in a folder itself, in the order of the table. What .dockerignore keeps out is not there. */
export function manifestsIn(context: BuildContext, folder: string): readonly FolderManifests[] {
  const names = (filesByFolder(context).get(folder) ?? []).map(nameOf);
  return Object.keys(MANIFESTS)
    .filter(isEcosystem)
    .flatMap(ecosystem => {
      const table = MANIFESTS[ecosystem];
      const named = (patterns: readonly RegExp[]): string[] =>
        patterns
          .flatMap(pattern => names.filter(name => pattern.test(name)))
          .map(name => joinPath(folder, name) ?? name);
      const manifests = named(table.manifests);
      if (manifests.length === 0) return [];
      const inputs = table.inputs
        .flatMap(name => joinPath(folder, name) ?? [])
        .filter(path => isIncluded(context, path));
      return [{ ecosystem, folder, manifests, locks: named(table.locks), inputs }];
    });
}

function isEcosystem(name: string): name is Ecosystem {
  return name in MANIFESTS;
}

/** True where a build may copy the path: a file that is let in, or a folder that holds one. */
export function isIncluded(context: BuildContext, path: string): boolean {
  const kind = context.stat(path)?.kind;
  if (kind === undefined) return false;
  return kind === 'folder' ? hasFiles(context, path) : !context.ignores(path);
}

function hasFiles(context: BuildContext, folder: string): boolean {
  return context.files().some(file => file.startsWith(`${folder}/`));
}

const known = new WeakMap<BuildContext, ReadonlyMap<string, readonly string[]>>();

/** The files that the build may copy, by the folder that they stand in. */
export function filesByFolder(context: BuildContext): ReadonlyMap<string, readonly string[]> {
  const made = known.get(context) ?? grouped(context.files());
  known.set(context, made);
  return made;
}

function grouped(files: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const folders = new Map<string, string[]>();
  for (const file of files) {
    const folder = folderOf(file);
    const list = folders.get(folder);
    if (list === undefined) folders.set(folder, [file]);
    else list.push(file);
  }
  return folders;
}
