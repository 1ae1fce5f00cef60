import type { Instruction, Word } from './model.ts';
import { expand } from './variables.ts';

/**
 * The path that a word gives where it is relative for sure, as it is written where only its end hangs on a variable;
 * undefined for absolute ones, Windows' own included: whether the base image is one of Windows is not always known.
 */
export function relativePath(instruction: Instruction, word: Word): string | undefined {
  const path = expand(instruction, word).value ?? (/^["']?[^$"'\\]/.test(word.text) ? word.text : undefined);
  return path === undefined || /^["']?(?:[/\\]|[A-Za-z]:)/.test(path) ? undefined : path;
}
