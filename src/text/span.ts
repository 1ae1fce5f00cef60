/** Half-open span of UTF-16 offsets into a text. */
export type Span = readonly [start: number, end: number];

/** Text written in place of a span. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

export function contains(outer: Span, inner: Span): boolean {
  return outer[0] <= inner[0] && inner[1] <= outer[1];
}

/** Writes edits, which must not overlap one another, into the text. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const pieces: string[] = [];
  let offset = 0;
  for (const { span, text: written } of edits.toSorted((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1])) {
    pieces.push(text.slice(offset, span[0]), written);
    offset = span[1];
  }
  return pieces.join('') + text.slice(offset);
}
