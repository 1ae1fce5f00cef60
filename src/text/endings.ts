/** A text without those of the characters that it ends with: what `/[…]+$/` matches, in linear time. */
export function withoutTrailing(text: string, characters: string): string {
  let end = text.length;
  while (end > 0 && characters.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

/** `python` for `python3.12`. */
export function withoutVersion(program: string): string {
  return withoutTrailing(program, '.0123456789');
}
