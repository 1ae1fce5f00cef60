import type { CopyInstruction, Stage, Word } from '../dockerfile/model.ts';
import { stageChain } from '../dockerfile/stage-chain.ts';
import type { BuildContext } from './build-context.ts';
import { contextPath, joinPath } from './clean-path.ts';
import { copiedPaths } from './copied-paths.ts';
import { isRemoteSource } from './local-sources.ts';
import { expand } from '../dockerfile/variables.ts';

/** A file of the context that a COPY or ADD puts at a place of the image. */
export interface CopiedFile {
  readonly copy: CopyInstruction;
  readonly source: Word;
  /** In the context. */
  readonly path: string;
  /** The source names it itself, not a folder that it is in. */
  readonly isNamed: boolean;
}

/** The file of the context that is at an absolute path of a stage's image in the end; undefined where that is not known. */
export function copiedFileAt(stage: Stage, place: string, context: BuildContext): CopiedFile | undefined {
  const copies = stageChain(stage)
    .flatMap(({ instructions }) => instructions.toReversed())
    .flatMap(instruction => (instruction.keyword === 'COPY' || instruction.keyword === 'ADD' ? instruction : []));
  for (const copy of copies) {
    for (const { source, file, folder } of copiedPaths(copy)) {
      const written = expand(copy, source).value ?? '';
      const root = contextPath(written);
      const isFolder = root !== undefined && context.stat(root)?.kind === 'folder';
      const inside = folder === '/' ? place.slice(1) : place.slice(folder.length + 1);
      const isBelow = isFolder && (folder === '/' || place.startsWith(`${folder}/`));
      if (!isBelow && file !== place) continue;
      if (copy.from !== undefined || copy.inOnbuild || root === undefined || isRemoteSource(written)) return undefined;
      const path = isBelow ? joinPath(root, inside) : root;
      if (path === undefined || context.ignores(path) || context.stat(path)?.kind !== 'file') {
        if (isBelow) continue;
        return undefined;
      }
      return { copy, source, path, isNamed: !isBelow };
    }
  }
  return undefined;
}
