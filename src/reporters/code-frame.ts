import type { Lines } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { widthOf } from './display-width.ts';
import { escapeControls } from './escape.ts';
import { paint, type Ink, type Style } from './style.ts';

const TAB = 4;
/** Lines of a span that are shown: more are left out of its middle. */
const MAX_LINES = 4;
const LEFT_OUT = '...';

interface Source {
  readonly text: string;
  readonly lines: Lines;
}

/** The lines of a span, numbered, with exactly the span underlined: `^` under every column of it. */
export function codeFrame({ text, lines }: Source, span: Span, style: Style, ink: Ink): string[] {
  const first = lines.position(span[0]).line;
  const last = Math.max(first, lines.position(Math.max(span[0], span[1] - 1)).line);
  const gutter = String(last).length;
  const room = Math.max(20, style.width - gutter - 5);
  const bar = (label: string): string => paint(style, 'dim', `  ${label.padStart(gutter)} |`);

  return shownLines(first, last).flatMap(line => {
    if (line === undefined) return [bar(''.padStart(gutter, '.'))];
    const range: Span = [lines.start(line), lines.end(line)];
    // The indentation of a later line is no part of what is meant.
    const from = line === first ? span[0] : range[0] + text.slice(...range).search(/\S|$/);
    const marked: Span = [from, Math.max(from, Math.min(span[1], range[1]))];
    const { code, before, under } = crop(draw(text, range, marked), room);
    const numbered = `${bar(String(line))} ${code}`.trimEnd();
    return under === 0
      ? [numbered]
      : [numbered, `${bar('')} ${' '.repeat(before)}${paint(style, ink, '^'.repeat(under))}`];
  });
}

/** Undefined stands for the lines left out. */
function shownLines(first: number, last: number): (number | undefined)[] {
  const count = last - first + 1;
  if (count <= MAX_LINES) return Array.from({ length: count }, (_, index) => first + index);
  return [first, first + 1, undefined, last];
}

interface Drawn {
  /** One entry a column; the second column of a wide character is empty. */
  readonly columns: readonly string[];
  readonly from: number;
  readonly to: number;
}

function draw(text: string, [start, end]: Span, [from, to]: Span): Drawn {
  const columns: string[] = [];
  let offset = start;
  let first: number | undefined;
  let last = 0;
  for (const character of text.slice(start, end)) {
    if (offset >= from) first ??= columns.length;
    if (character === '\t') columns.push(...' '.repeat(TAB - (columns.length % TAB)).split(''));
    else if (!(character === '\uFEFF' && offset === 0)) put(columns, escapeControls(character));
    offset += character.length;
    if (offset <= to) last = columns.length;
  }
  const at = first ?? columns.length;
  return { columns, from: at, to: Math.max(last, at) };
}

function put(columns: string[], character: string): void {
  const width = widthOf(character);
  if (width === 0 && columns.length > 0) columns.push((columns.pop() ?? '') + character);
  else columns.push(character, ...(width === 2 ? [''] : []));
}

/** The part of a long line that shows the marked columns, or the first of them. */
function crop({ columns, from, to }: Drawn, room: number): { code: string; before: number; under: number } {
  // An empty place, at a line's end above all, is marked too: by one column.
  const end = Math.max(to, from + 1);
  if (columns.length <= room) return { code: columns.join(''), before: from, under: end - from };
  const inside = room - 2 * LEFT_OUT.length;
  const spare = Math.max(0, inside - (end - from));
  const start = Math.max(0, Math.min(from - Math.floor(spare / 2), columns.length - inside));
  const head = start > 0 ? LEFT_OUT : '';
  const tail = start + inside < columns.length ? LEFT_OUT : '';
  return {
    code: head + columns.slice(start, start + inside).join('') + tail,
    before: head.length + from - start,
    under: Math.min(end, start + inside) - from,
  };
}
