import type { Instruction, Word } from '../dockerfile/model.ts';
import { expand } from '../dockerfile/variables.ts';

/** A source of COPY or ADD in the build context, its variables replaced. */
export interface LocalSource {
  readonly word: Word;
  readonly path: string;
}

const HEREDOC = /^\d*<<-?\S/;
/** What ADD fetches: a URL, or a Git repository in one of its forms. */
const FETCHED = /^[A-Za-z][\w+.-]*:\/\/|^[\w.-]+@[\w.-]+:|\.git(?:[#?]|$)|^github\.com\//;

/** True for a source of ADD that is fetched from elsewhere. */
export function isRemoteSource(path: string): boolean {
  return FETCHED.test(path);
}

/** What an instruction copies from the build context; what hangs on an unknown variable is left out. */
export function localSources(instruction: Instruction): readonly LocalSource[] {
  if (instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD') return [];
  if (instruction.from !== undefined || instruction.inOnbuild) return [];
  return instruction.sources.flatMap(word => {
    const path = expand(instruction, word).value;
    if (path === undefined || path === '' || HEREDOC.test(word.text)) return [];
    return instruction.keyword === 'ADD' && FETCHED.test(path) ? [] : { word, path };
  });
}

/** True for a source that is the whole context: `.`, `./`, `/`, `*`. */
export function isWholeContext(path: string): boolean {
  return /^(?:\.\/*|\/+(?:\.\/*)?)?\*?$/.test(path) && path !== '';
}
