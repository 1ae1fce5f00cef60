import { lastAtMost } from './lines.ts';
import type { MappedText } from './mapped-text.ts';

/** Several texts in a row as one, each character with the place that it had. */
export function joinedText(parts: readonly MappedText[]): MappedText {
  const kept = parts.filter(part => part.text !== '');
  const [first = parts[0]] = kept;
  if (first === undefined) return empty;
  if (kept.length <= 1) return first;

  const starts: number[] = [];
  let length = 0;
  for (const part of kept) {
    starts.push(length);
    length += part.text.length;
  }
  const sourceOffset = (offset: number): number => {
    const index = Math.max(0, lastAtMost(starts, Math.min(offset, length - 1)));
    return (kept[index] ?? first).sourceOffset(offset - (starts[index] ?? 0));
  };

  return {
    text: kept.map(part => part.text).join(''),
    sourceOffset,
    sourceSpan([start, end]) {
      return end > start
        ? [sourceOffset(start), sourceOffset(end - 1) + 1]
        : [sourceOffset(start), sourceOffset(start)];
    },
    slice(start, end = length) {
      const from = Math.max(0, start);
      const inside = kept.map((part, index) => {
        const at = starts[index] ?? 0;
        return part.slice(Math.max(0, from - at), Math.max(0, Math.min(part.text.length, end - at)));
      });
      return joinedText(inside);
    },
  };
}

const empty: MappedText = {
  text: '',
  sourceOffset: () => 0,
  sourceSpan: () => [0, 0],
  slice: () => empty,
};
