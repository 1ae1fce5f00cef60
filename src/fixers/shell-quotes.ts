import type { Dockerfile } from '../dockerfile/model.ts';
import { expansionsOf } from '../shell/expansions.ts';
import type { Unquoted } from '../shell/unquoted.ts';
import type { Edit, Span } from '../text/span.ts';

/** What double quotes would change the meaning of. */
const SPECIAL = /["'\\`*?[\]{}~!#\s]/;

/**
 * Puts double quotes around what has to stay together: the word from its last `=` on, or, where that holds what quotes
 * would change, each of its expansions. Undefined where the script does not stand in the file as the shell reads it.
 */
export function quotesAround({ text }: Dockerfile, { word, command }: Unquoted): readonly Edit[] | undefined {
  const { script } = command;
  // Quotes inside backquotes that stand in quotes are read differently by shells.
  if (script.source.text.includes('`')) return undefined;
  if (word.map !== script.source || text.slice(...word.span) !== word.text) return undefined;
  const open = expansionsOf(word).filter(({ quoted, kind }) => !quoted && kind === 'variable');
  const [first] = open;
  if (first === undefined) return undefined;
  const before = text.slice(word.span[0], first.span[0]);
  const start = word.span[0] + before.lastIndexOf('=') + 1;
  const ends = [start, ...open.map(({ span }) => span[1])];
  const starts = [...open.map(({ span }) => span[0]), word.span[1]];
  const plain = starts.map((to, index) => text.slice(ends[index], to)).join('');
  const spans = SPECIAL.test(plain) ? open.map(({ span }) => span) : [[start, word.span[1]] as const];
  return spans.flatMap(inQuotes);
}

function inQuotes([start, end]: Span): readonly Edit[] {
  return [
    { span: [start, start], text: '"' },
    { span: [end, end], text: '"' },
  ];
}
