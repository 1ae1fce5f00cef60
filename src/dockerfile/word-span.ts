import type { Span } from '../text/span.ts';
import type { Flag, Word } from './model.ts';
import { memoMap } from '../text/memo-map.ts';

/** The source span of a part of a word's text; the whole word's where the text gives no way to tell. */
export function spanInWord({ text, span, map }: Word, [start, end]: Span): Span {
  if (map !== undefined) return map.sourceSpan([start, end]);
  return text.length === span[1] - span[0] ? [span[0] + start, span[0] + end] : span;
}

const flagWords = memoMap<Flag, Word>();

/** A flag's value as a word, the same one at each call. */
export function flagWord(flag: Flag): Word | undefined {
  const { value, valueSpan, valueMap } = flag;
  if (value === undefined || valueSpan === undefined) return undefined;
  const word = flagWords.get(flag) ?? { text: value, span: valueSpan, ...(valueMap && { map: valueMap }) };
  flagWords.set(flag, word);
  return word;
}
