import type { Span } from '../text/span.ts';
import { skipSpace } from './blanks.ts';
import type { Directive } from './model.ts';

const NAMES = ['syntax', 'escape', 'check'];
const NAME = /^([a-zA-Z][a-zA-Z0-9]*)[\t\n\f\r ]*=/;
const BLANKS = '\t\n\f\r ';

/** The directive on a line that starts with `#` at `start`; undefined where the line is a comment like any other. */
export function directiveOn(text: string, [start, end]: Span): Directive | undefined {
  const at = skipSpace(text, start + 1, end);
  const [head, name] = NAME.exec(text.slice(at, end)) ?? [];
  if (head === undefined || name === undefined || !NAMES.includes(name.toLowerCase())) return undefined;
  const valueSpan = valueWithin(text, at + head.length, end);
  if (valueSpan === undefined) return undefined;
  return {
    name: name.toLowerCase(),
    value: text.slice(...valueSpan),
    span: [start, valueSpan[1]],
    valueSpan,
  };
}

/** A value of nothing but blanks counts as one blank: BuildKit's pattern asks for one character at least. */
function valueWithin(text: string, from: number, to: number): Span | undefined {
  let start = from;
  let end = to;
  while (start < end && BLANKS.includes(text.charAt(start))) start++;
  while (end > start && BLANKS.includes(text.charAt(end - 1))) end--;
  if (start < end) return [start, end];
  return from < to ? [to - 1, to] : undefined;
}
