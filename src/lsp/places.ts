import type { Position, Range } from 'vscode-languageserver/node';
import type { Span } from '../text/span.ts';
import { lastAtMost } from '../text/lines.ts';
import { withoutTrailing } from '../text/endings.ts';

/** How a client counts characters within a line. */
export type Encoding = 'utf-8' | 'utf-16' | 'utf-32';

/** Between offsets into a text (UTF-16 units) and a client's positions in it. */
export interface Places {
  toPosition(offset: number): Position;
  toRange(span: Span): Range;
  /** Positions beyond a line or the text count as its end. */
  toOffset(position: Position): number;
  toSpan(range: Range): Span;
}

/** Lines end as the protocol says: a lone CR ends one too. */
export function placesOf(text: string, encoding: Encoding): Places {
  const starts = [0];
  for (const { index, 0: end } of text.matchAll(/\r\n|\n|\r/g)) starts.push(index + end.length);

  const toPosition = (offset: number): Position => {
    const line = lastAtMost(starts, Math.max(0, Math.min(offset, text.length)));
    const start = starts[line] ?? 0;
    return { line, character: countOf(text.slice(start, Math.min(offset, text.length)), encoding) };
  };
  const toOffset = ({ line, character }: Position): number => {
    const start = starts[line];
    if (start === undefined) return text.length;
    const whole = text.slice(start, starts[line + 1] ?? text.length);
    const content = withoutTrailing(whole, '\r\n');
    return start + unitsOf(content, character, encoding);
  };
  return {
    toPosition,
    toOffset,
    toRange: ([start, end]) => ({ start: toPosition(start), end: toPosition(end) }),
    toSpan: ({ start, end }) => [toOffset(start), toOffset(end)],
  };
}

function countOf(text: string, encoding: Encoding): number {
  if (encoding === 'utf-16') return text.length;
  if (encoding === 'utf-8') return Buffer.byteLength(text);
  return Array.from(text).length;
}

/** How many UTF-16 units the first `count` characters take; one that is cut counts whole. */
function unitsOf(text: string, count: number, encoding: Encoding): number {
  if (encoding === 'utf-16') return Math.min(count, text.length);
  let units = 0;
  let counted = 0;
  for (const character of text) {
    if (counted >= count) break;
    counted += encoding === 'utf-8' ? Buffer.byteLength(character) : 1;
    units += character.length;
  }
  return units;
}
