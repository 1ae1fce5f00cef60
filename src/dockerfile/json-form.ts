import { mappedText, type MappedText } from '../text/mapped-text.ts';
import { skipSpace } from './blanks.ts';
import type { Word } from './model.ts';

/** `notStrings`: valid JSON, but not of strings only, which BuildKit rejects rather than read as a shell's text. */
export type JsonForm = { readonly kind: 'strings'; readonly words: readonly Word[] } | { readonly kind: 'notStrings' };

// What it searches is JSON: each string ends. A search for that end would be quadratic elsewhere.
const STRING = /"(?:[^"\\]|\\.)*"?/g;

/** An array of strings in strict JSON with nothing after it; undefined where the text is no JSON array. */
export function jsonForm(body: MappedText): JsonForm | undefined {
  const start = skipSpace(body.text, 0);
  if (body.text[start] !== '[') return undefined;
  const values = parsed(body.text.slice(start));
  if (!Array.isArray(values)) return undefined;
  if (!values.every(value => typeof value === 'string')) return { kind: 'notStrings' };

  const words: Word[] = [];
  for (const { 0: raw, index } of body.text.matchAll(STRING)) {
    const span = body.sourceSpan([index, index + raw.length]);
    words.push({ text: values[words.length] ?? '', span, map: decoded(body, index + 1, index + raw.length - 1) });
  }
  return { kind: 'strings', words };
}

const PARTS = /[^\\]+|\\u[0-9a-fA-F]{4}|\\./g;

/** The text between a string's quotes, each escape sequence being the character it stands for. */
function decoded(body: MappedText, start: number, end: number): MappedText {
  const raw = body.text.slice(start, end);
  if (!raw.includes('\\')) return body.slice(start, end);
  const pieces = Array.from(raw.matchAll(PARTS), ({ 0: part, index }) => ({
    text: part.startsWith('\\') ? String(parsed(`"${part}"`)) : part,
    source: body.sourceOffset(start + index),
  }));
  return mappedText(pieces, body.sourceOffset(start));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
