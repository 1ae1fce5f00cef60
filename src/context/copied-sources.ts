import type { Instruction, Word } from '../dockerfile/model.ts';
import type { BuildContext } from './build-context.ts';
import { hasWildcards, matchSources } from './copy-match.ts';
import { localSources } from './local-sources.ts';

/** A source of COPY or ADD with the files of the context that it brings. */
export interface CopiedSource {
  readonly instruction: Instruction;
  readonly word: Word;
  readonly path: string;
  readonly files: readonly string[];
  /** It is the whole context. */
  readonly isWhole: boolean;
  /** It names one file, not a folder or a pattern. */
  readonly isOneFile: boolean;
}

const WHOLE = /^(?:\.?\/?\.?\/?|(?:\.?\/)?\*{1,2})$/;

/** What an instruction copies from the context, source by source, with the files that its `--exclude`s leave. */
export function copiedSources(instruction: Instruction, context: BuildContext): readonly CopiedSource[] {
  const exclude = instruction.flags.flatMap(({ name, value }) =>
    name === 'exclude' && value !== undefined ? value : [],
  );
  return localSources(instruction).map(({ word, path }) => ({
    instruction,
    word,
    path,
    files: matchSources(context, path, exclude),
    isWhole: WHOLE.test(path),
    isOneFile: !hasWildcards(path) && context.stat(path)?.kind !== 'folder' && !WHOLE.test(path),
  }));
}
