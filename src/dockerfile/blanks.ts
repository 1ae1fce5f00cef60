import type { MappedText } from '../text/mapped-text.ts';

/** Unicode's blanks as Go's `unicode.IsSpace` has them, which BuildKit trims by. */
export const SPACE = '\\t\\n\\v\\f\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';

const SPACE_PATTERN = new RegExp(`[${SPACE}]`);
const WORDS = /[^\t\v\f\r ]+/g;

export function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 0x80) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  return SPACE_PATTERN.test(text.charAt(at));
}

/** The first offset from `start` that is no blank; `end` where there is none. */
export function skipSpace(text: string, start: number, end = text.length): number {
  let at = start;
  while (at < end && isSpace(text, at)) at++;
  return at;
}

/** The offset behind the last character before `end` that is no blank; `start` where there is none. */
export function trimEnd(text: string, start: number, end = text.length): number {
  let at = end;
  while (at > start && isSpace(text, at - 1)) at--;
  return at;
}

export function trimmed(text: MappedText): MappedText {
  const start = skipSpace(text.text, 0);
  const end = trimEnd(text.text, start);
  return start === 0 && end === text.text.length ? text : text.slice(start, end);
}

/** Half-open offsets of the words that stand between tabs and spaces (no other blanks of Unicode). */
export function* blankSeparated(text: string): Generator<readonly [start: number, end: number]> {
  for (const match of text.matchAll(WORDS)) yield [match.index, match.index + match[0].length];
}
