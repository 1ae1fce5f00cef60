import type { Dockerfile, Pair, PairsInstruction } from '../dockerfile/model.ts';
import type { Edit } from '../text/span.ts';
import { removeInstruction } from './instructions.ts';

/** Takes one pair out of ENV or LABEL, or the whole instruction where it has no other; undefined across lines. */
export function removePair(dockerfile: Dockerfile, instruction: PairsInstruction, pair: Pair): Edit | undefined {
  const { pairs, comments, innerComments } = instruction;
  if (pairs.length === 1) {
    return comments.length === 0 && innerComments.length === 0 ? removeInstruction(dockerfile, instruction) : undefined;
  }
  const at = pairs.indexOf(pair);
  const [before, next] = [pairs[at - 1], pairs[at + 1]];
  // On a line of its own the pair takes the line with it: from the end of the one before, or up to the next.
  const span =
    before !== undefined
      ? ([before.span[1], pair.span[1]] as const)
      : ([pair.span[0], next?.span[0] ?? pair.span[1]] as const);
  return dockerfile.text.slice(...span).includes('#') ? undefined : { span, text: '' };
}
