import type { Span } from '../text/span.ts';
import type { Word } from './model.ts';

/** The source span of a part of a word's text; the whole word's where the text gives no way to tell. */
export function spanInWord({ text, span, map }: Word, [start, end]: Span): Span {
  if (map !== undefined) return map.sourceSpan([start, end]);
  return text.length === span[1] - span[0] ? [span[0] + start, span[0] + end] : span;
}
