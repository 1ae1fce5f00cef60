import { lastAtMost } from './lines.ts';
import type { Span } from './span.ts';

/** A text put together from pieces of a source, which knows where in the source each character stands. */
export interface MappedText {
  readonly text: string;
  /** The source offset of a character of the text; that of the end for an offset past it. */
  sourceOffset(offset: number): number;
  /** The source span of a half-open span of the text; what was left out between its pieces is inside it. */
  sourceSpan(span: Span): Span;
  /** The part of the text in a span, with its map. */
  slice(start: number, end?: number): MappedText;
}

/** One run of characters that stand in the text as they stand in the source. */
export interface Piece {
  readonly text: string;
  readonly source: number;
}

export function mappedText(pieces: readonly Piece[], emptyAt = 0): MappedText {
  const starts: number[] = [];
  let length = 0;
  const kept = pieces.filter(piece => piece.text !== '');
  for (const piece of kept) {
    starts.push(length);
    length += piece.text.length;
  }
  return view(
    { text: kept.map(piece => piece.text).join(''), starts, sources: kept.map(p => p.source), emptyAt },
    0,
    length,
  );
}

interface Store {
  readonly text: string;
  readonly starts: readonly number[];
  readonly sources: readonly number[];
  readonly emptyAt: number;
}

function view(store: Store, from: number, to: number): MappedText {
  return {
    text: store.text.slice(from, to),
    sourceOffset: offset => sourceOffset(store, from, to, offset),
    sourceSpan([start, end]) {
      const first = sourceOffset(store, from, to, start);
      return end > start ? [first, sourceOffset(store, from, to, end - 1) + 1] : [first, first];
    },
    slice: (start, end = to - from) => view(store, from + Math.max(0, start), from + Math.min(end, to - from)),
  };
}

function sourceOffset(store: Store, from: number, to: number, offset: number): number {
  const absolute = from + offset;
  if (absolute < to || store.starts.length === 0) return at(store, Math.min(absolute, to));
  return to > from ? at(store, to - 1) + 1 : at(store, Math.min(from, store.text.length));
}

function at({ starts, sources, emptyAt }: Store, offset: number): number {
  const piece = starts.length === 1 ? 0 : lastAtMost(starts, offset);
  return (sources[piece] ?? emptyAt) + offset - (starts[piece] ?? 0);
}
