import type { MappedText } from '../text/mapped-text.ts';
import { skipSpace } from './blanks.ts';
import type { Word } from './model.ts';

/** `notStrings`: valid JSON, but not of strings only, which BuildKit rejects rather than read as a shell's text. */
export type JsonForm = { readonly kind: 'strings'; readonly words: readonly Word[] } | { readonly kind: 'notStrings' };

const STRING = /"(?:[^"\\]|\\.)*"/g;

/** An array of strings in strict JSON with nothing after it; undefined where the text is no JSON array. */
export function jsonForm(body: MappedText): JsonForm | undefined {
  const start = skipSpace(body.text, 0);
  if (body.text[start] !== '[') return undefined;
  const values = parsed(body.text.slice(start));
  if (!Array.isArray(values)) return undefined;
  if (!values.every(value => typeof value === 'string')) return { kind: 'notStrings' };

  const words: Word[] = [];
  for (const { 0: raw, index } of body.text.matchAll(STRING)) {
    words.push({ text: values[words.length] ?? '', span: body.sourceSpan([index, index + raw.length]) });
  }
  return { kind: 'strings', words };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
