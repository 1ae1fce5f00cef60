import type { MappedText } from '../text/mapped-text.ts';
import { blankSeparated, isSpace } from './blanks.ts';
import type { Pair, Word } from './model.ts';

/** A part of a text as a word; it carries its map where its characters do not stand side by side in the source. */
export function wordAt(text: MappedText, start: number, end: number): Word {
  const word = { text: text.text.slice(start, end), span: text.sourceSpan([start, end]) };
  return word.span[1] - word.span[0] === end - start ? word : { ...word, map: text.slice(start, end) };
}

export function wholeWord(text: MappedText): readonly Word[] {
  return text.text === '' ? [] : [wordAt(text, 0, text.text.length)];
}

/** Splits at blanks alone, quotes or not: BuildKit's `parseStringsWhitespaceDelimited`. */
export function blankWords(text: MappedText): readonly Word[] {
  return Array.from(blankSeparated(text.text), ([start, end]) => wordAt(text, start, end));
}

/** Half-open offsets of a word within a text. */
type Place = readonly [start: number, end: number];

/** Splits at blanks outside quotes, quotes and escapes kept: BuildKit's `parseWords`. */
function quotedPlaces(text: string, escape: string): readonly Place[] {
  const places: Place[] = [];
  let at = 0;
  for (;;) {
    while (at < text.length && isSpace(text, at)) at++;
    if (at >= text.length) return places;
    const start = at;
    at = endOfWord(text, start, escape);
    // An escape character that ends the text is dropped.
    const end = at > text.length ? text.length - 1 : at;
    if (end > start) places.push([start, end]);
  }
}

/** One past the text's length where a lone escape character ends it. */
function endOfWord(text: string, start: number, escape: string): number {
  let quote = '';
  let at = start;
  while (at < text.length) {
    const character = text.charAt(at);
    if (quote === '' && isSpace(text, at)) return at;
    if (character === escape && quote !== "'") {
      if (at + 1 === text.length) return at + 2;
      // What follows may be a pair of surrogates; its second half is no blank and no quote.
      at += 2;
      continue;
    }
    if (quote === '' && (character === '"' || character === "'")) quote = character;
    else if (character === quote) quote = '';
    at++;
  }
  return at;
}

export function quotedWords(text: MappedText, escape: string): readonly Word[] {
  return quotedPlaces(text.text, escape).map(([start, end]) => wordAt(text, start, end));
}

/** The pairs of ENV and LABEL, and the words that have no `=` although the first has one. */
export interface PairList {
  readonly pairs: readonly Pair[];
  readonly strays: readonly Word[];
}

export function pairsOf(text: MappedText, escape: string): PairList {
  const places = quotedPlaces(text.text, escape);
  const [first] = places;
  if (first === undefined) return { pairs: [], strays: [] };
  if (!text.text.slice(...first).includes('=')) return legacyPair(text);

  const pairs: Pair[] = [];
  const strays: Word[] = [];
  for (const [start, end] of places) {
    const equals = text.text.slice(start, end).indexOf('=');
    if (equals === -1) strays.push(wordAt(text, start, end));
    else pairs.push(pairAt(text, [start, start + equals], [start + equals + 1, end], false));
  }
  return { pairs, strays };
}

/** `key value`, split at the first blank; without a value it is no pair. */
function legacyPair(text: MappedText): PairList {
  const blank = /[\t\v\f\r ]+/.exec(text.text);
  if (blank === null) return { pairs: [], strays: wholeWord(text) };
  const value: Place = [blank.index + blank[0].length, text.text.length];
  return { pairs: [pairAt(text, [0, blank.index], value, true)], strays: [] };
}

function pairAt(text: MappedText, key: Place, value: Place, legacy: boolean): Pair {
  return {
    key: wordAt(text, ...key),
    value: wordAt(text, ...value),
    span: text.sourceSpan([key[0], value[1]]),
    legacy,
  };
}

/** `name[=default]` of ARG. */
export interface Declaration {
  readonly name: Word;
  readonly value: Word | undefined;
  readonly span: Word['span'];
}

export function declarationsOf(text: MappedText, escape: string): readonly Declaration[] {
  return quotedPlaces(text.text, escape).map(([start, end]) => {
    const equals = text.text.slice(start, end).indexOf('=');
    const span = text.sourceSpan([start, end]);
    if (equals === -1) return { name: wordAt(text, start, end), value: undefined, span };
    return { name: wordAt(text, start, start + equals), value: wordAt(text, start + equals + 1, end), span };
  });
}
