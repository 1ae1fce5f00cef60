import { mappedText, type MappedText, type Piece } from '../text/mapped-text.ts';
import { isSpace, trimmed } from './blanks.ts';
import type { Flag } from './model.ts';

/** A flag with its value as a text that knows where its characters stand: quotes and escapes are taken out of it. */
export interface ParsedFlag {
  readonly flag: Flag;
  readonly value: MappedText | undefined;
}

/** Splits the flags off what follows a keyword, as BuildKit's `extractBuilderFlags` does. */
export function splitFlags(
  text: MappedText,
  escape: string,
): { readonly flags: readonly ParsedFlag[]; readonly body: MappedText } {
  if (!text.text.startsWith('--', firstWord(text.text))) return { flags: [], body: trimmed(text) };
  const units = unitsOf(text.text);
  const flags: ParsedFlag[] = [];
  let at = 0;
  for (;;) {
    while (at < units.text.length && isSpace(units.text, at)) at++;
    if (!units.text.startsWith('--', at)) break;
    const word = readFlag(units.text, at, escape);
    if (word.text === '--') {
      at = word.end;
      break;
    }
    if (word.text !== '') flags.push(parsedFlag(text, units, at, word));
    at = word.end;
  }
  return { flags, body: trimmed(text.slice(units.offset(at))) };
}

function firstWord(text: string): number {
  let at = 0;
  while (at < text.length && isSpace(text, at)) at++;
  return at;
}

/** BuildKit reads flags byte by byte and takes each byte for a character. */
interface Units {
  readonly text: string;
  /** The offset in the text of a byte. */
  offset(unit: number): number;
}

function unitsOf(text: string): Units {
  // eslint-disable-next-line no-control-regex -- All of ASCII is meant.
  if (/^[\0-\x7f]*$/.test(text)) return { text, offset: unit => unit };
  const units: string[] = [];
  const offsets: number[] = [];
  const encoder = new TextEncoder();
  let offset = 0;
  for (const character of text) {
    for (const byte of character < '\x80' ? [character.charCodeAt(0)] : encoder.encode(character)) {
      units.push(String.fromCharCode(byte));
      offsets.push(offset);
    }
    offset += character.length;
  }
  return { text: units.join(''), offset: unit => offsets[unit] ?? text.length };
}

interface FlagWord {
  readonly text: string;
  /** For each character of the text its place among the units. */
  readonly places: readonly number[];
  readonly end: number;
}

function readFlag(text: string, start: number, escape: string): FlagWord {
  const characters: string[] = [];
  const places: number[] = [];
  let quote = '';
  let at = start;
  for (; at < text.length; at++) {
    const character = text.charAt(at);
    if (quote === '' && isSpace(text, at)) break;
    if (quote === '' && (character === "'" || character === '"')) quote = character;
    else if (quote !== '' && character === quote) quote = '';
    else {
      if (character === escape && at + 1 === text.length) continue;
      if (character === escape) at++;
      characters.push(text.charAt(at));
      places.push(at);
    }
  }
  return { text: characters.join(''), places, end: at };
}

function parsedFlag(source: MappedText, units: Units, start: number, word: FlagWord): ParsedFlag {
  const end = units.offset(word.end);
  const span = source.sourceSpan([units.offset(start), end]);
  const equals = word.text.indexOf('=');
  const name = (equals === -1 ? word.text : word.text.slice(0, equals)).replace(/^--/, '');
  if (equals === -1) return { flag: { name, value: undefined, span, valueSpan: undefined }, value: undefined };

  const valueStart = units.offset((word.places[equals] ?? 0) + 1);
  const value = valueText(source, units, word, equals + 1, valueStart);
  const valueSpan = source.sourceSpan([valueStart, end]);
  const flag = { name, value: value.text, span, valueSpan };
  const isPlain = valueSpan[1] - valueSpan[0] === value.text.length;
  return { flag: isPlain ? flag : { ...flag, valueMap: value }, value };
}

function valueText(source: MappedText, units: Units, word: FlagWord, from: number, emptyAt: number): MappedText {
  const pieces: Piece[] = [];
  let start = from;
  for (let at = from; at < word.text.length; at++) {
    const place = source.sourceOffset(units.offset(word.places[at] ?? 0));
    const next = word.places[at + 1];
    if (next !== undefined && source.sourceOffset(units.offset(next)) === place + 1) continue;
    const piece = word.text.slice(start, at + 1);
    pieces.push({ text: piece, source: place - piece.length + 1 });
    start = at + 1;
  }
  return mappedText(pieces, source.sourceOffset(emptyAt));
}
