import { joinedText } from '../text/joined-text.ts';
import type { MappedText } from '../text/mapped-text.ts';

/** What a backslash quotes between double quotes. */
export const IN_DOUBLE_QUOTES = '$`"\\';
/** What a backslash quotes in backquotes and in the body of a heredoc. */
export const IN_BACKQUOTES = '$`\\';

/**
 * The text without the backslashes that quote one of the characters (`undefined`: that quote anything), and without
 * continued line ends.
 */
export function unescaped(raw: MappedText, quotable: string | undefined): MappedText {
  const { text } = raw;
  const parts: MappedText[] = [];
  let start = 0;
  for (let at = text.indexOf('\\'); at !== -1; at = text.indexOf('\\', at)) {
    const next = text[at + 1];
    const isQuoted = next !== undefined && (quotable === undefined || quotable.includes(next));
    if (next === '\n' || isQuoted) {
      parts.push(raw.slice(start, at));
      start = next === '\n' ? at + 2 : at + 1;
      at += 2;
    } else {
      at += 1;
    }
  }
  parts.push(raw.slice(start));
  return joinedText(parts);
}
