import { displayWidth } from './display-width.ts';

/** Breaks text at blanks into lines of at most `width` columns; a word that is longer stands alone. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const word of text.split(' ')) {
    const size = displayWidth(word);
    if (used > 0 && used + 1 + size > width) {
      lines.push(line);
      [line, used] = [word, size];
    } else {
      line = used > 0 ? `${line} ${word}` : word;
      used += used > 0 ? size + 1 : size;
    }
  }
  return [...lines, line];
}
