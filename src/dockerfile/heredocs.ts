import type { MappedText } from '../text/mapped-text.ts';
import type { Span } from '../text/span.ts';
import { heredocWords } from './heredoc-lexer.ts';

/** `<<NAME` on a RUN, COPY or ADD line. */
export interface HeredocMarker {
  readonly name: string;
  readonly expand: boolean;
  readonly chomp: boolean;
  readonly descriptor: number;
  readonly span: Span;
}

const MARKER = /^(\d*)<<(-?)[\t\n\f\r ]*((?:[^\t\n\f\r <][^<]*)?)$/;

/** The heredocs that a logical line opens, in order, as BuildKit's `heredocsFromLine` finds them. */
export function heredocMarkers(line: MappedText): readonly HeredocMarker[] {
  if (!line.text.includes('<<')) return [];
  const markers: HeredocMarker[] = [];
  for (const { text, start, end } of heredocWords(line.text, { rawQuotes: true, rawEscapes: true }) ?? []) {
    const marker = parseMarker(text);
    if (marker !== undefined) markers.push({ ...marker, span: line.sourceSpan([start, end]) });
  }
  return markers;
}

/** Takes `<<NAME` apart; undefined where the word is none. */
export function parseMarker(word: string): Omit<HeredocMarker, 'span'> | undefined {
  const [, descriptor = '', dash, rest = ''] = MARKER.exec(word) ?? [];
  if (rest === '') return undefined;
  const plain = heredocWords(rest, { rawQuotes: false, rawEscapes: false });
  const [name, ...others] = plain ?? [];
  if (name === undefined || others.length > 0) return undefined;
  const [raw] = heredocWords(rest, { rawQuotes: true, rawEscapes: false }) ?? [];
  return {
    name: name.text,
    // Quotes that vanish are the sign that part of the name is quoted.
    expand: quotesIn(name.text) === quotesIn(raw?.text ?? ''),
    chomp: dash === '-',
    descriptor: Number(descriptor),
  };
}

function quotesIn(text: string): number {
  return text.match(/['"]/g)?.length ?? 0;
}
