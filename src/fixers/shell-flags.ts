import type { Dockerfile } from '../dockerfile/model.ts';
import type { CommandFlag } from '../shell/flags.ts';
import type { Edit, Span } from '../text/span.ts';

/**
 * Takes a flag and its value out of a command, with the blanks before it; a letter out of letters given together (`-fsSLk`).
 * Undefined where a line break stands between, or where the word is not plainly written.
 */
export function removeShellFlag(dockerfile: Dockerfile, flag: CommandFlag): Edit | undefined {
  const { text } = dockerfile;
  const { name, word, valueWord } = flag;
  const written = text.slice(...word.span);
  if (written !== word.unquoted) return undefined;
  const isLetter = /^-[^-]$/.test(name);
  if (isLetter && written.length > 2) return removeLetter(word.span, written, name);
  const span: Span = [word.span[0], (valueWord ?? word).span[1]];
  if (text.slice(...span).includes('\n')) return undefined;
  return { span: lineOf(dockerfile, span) ?? [blanksBefore(text, span[0]), span[1]], text: '' };
}

/** The whole line of what stands alone on a continued one. */
function lineOf({ text, lines, escape }: Dockerfile, [start, end]: Span): Span | undefined {
  const { line } = lines.position(start);
  const rest = text.slice(end, lines.end(line)).trim();
  const isAlone = text.slice(lines.start(line), start).trim() === '' && rest === escape;
  return isAlone && line < lines.count ? [lines.start(line), lines.start(line + 1)] : undefined;
}

/** Only where no letter takes the rest as its value, which cannot be told from the word alone. */
function removeLetter([start]: Span, written: string, name: string): Edit | undefined {
  const at = written.indexOf(name.slice(1), 1);
  if (at === -1 || !/^-[A-Za-z]+$/.test(written)) return undefined;
  return { span: [start + at, start + at + 1], text: '' };
}

function blanksBefore(text: string, offset: number): number {
  let start = offset;
  while (text[start - 1] === ' ' || text[start - 1] === '\t') start--;
  // At the head of a line the blanks are its indentation.
  return text[start - 1] === '\n' ? offset : start;
}
