import type { Comment, Dockerfile, Instruction } from './model.ts';

/**
 * The comments that BuildKit counts to an instruction: those between it and the one before it, across blank lines, from the
 * last empty comment on.
 */
export function commentsAbove({ comments, instructions }: Dockerfile): ReadonlyMap<Instruction, readonly Comment[]> {
  const found = new Map<Instruction, readonly Comment[]>();
  let next = 0;
  for (const instruction of instructions) {
    let above: Comment[] = [];
    for (let one = comments[next]; one !== undefined && one.line < instruction.firstLine; one = comments[++next]) {
      if (one.text === '') above = [];
      else above.push(one);
    }
    found.set(instruction, above);
    while ((comments[next]?.line ?? Infinity) <= instruction.lastLine) next++;
  }
  return found;
}
