import type { Dockerfile, Instruction, Keyword } from './model.ts';

/** Instructions that a later one of the same keyword in their stage makes useless, with the one that wins. */
export function overridden(
  { stages }: Dockerfile,
  keyword: Keyword,
): readonly { readonly instruction: Instruction; readonly by: Instruction }[] {
  return stages.flatMap(({ instructions }) => {
    const same = instructions.filter(instruction => instruction.keyword === keyword);
    const by = same.at(-1);
    return by === undefined ? [] : same.slice(0, -1).map(instruction => ({ instruction, by }));
  });
}
