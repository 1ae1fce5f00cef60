import type { MappedText } from '../text/mapped-text.ts';
import type { Edit, Span } from '../text/span.ts';

/** What keeps a text that was meant as an array of strings from being JSON. */
export type JsonFault = 'quotes' | 'unclosed' | 'unquoted' | 'comma' | 'missingComma' | 'escape' | 'open' | 'behind';

/** A text that was meant as a JSON array of strings and is none. */
export interface NearJson {
  /** The first thing that is wrong, and where. */
  readonly fault: JsonFault;
  readonly span: Span;
  /** What makes it JSON; undefined where there is no telling. */
  readonly edits: readonly Edit[] | undefined;
}

interface Flaw {
  readonly fault: JsonFault;
  readonly at: Span;
  readonly replacement: string | undefined;
}

interface Token {
  readonly kind: 'string' | 'word' | ',' | ']';
  readonly at: Span;
  readonly flaw: Flaw | undefined;
}

// A string in straight or typographic quotes, a bare word, a comma, or the closing bracket.
const TOKEN = /"(?:[^"\\]|\\.)*"|'([^']*)'|[“”]([^“”]*)[“”]|[‘’]([^‘’]*)[‘’]|([^\s,'"[\]“”‘’]+)|,|\]/y;

/** Reads a text that begins with `[` as a person would; undefined where it is JSON, or may as well be a shell's `[`. */
export function nearJson(body: MappedText): NearJson | undefined {
  const flaws = flawsIn(body.text);
  const [first] = flaws;
  if (first === undefined) return undefined;
  const edits = flaws.flatMap(({ at, replacement }) => {
    const span = body.sourceSpan(at);
    return replacement === undefined || span[1] - span[0] !== at[1] - at[0] ? [] : { span, text: replacement };
  });
  return {
    fault: first.fault,
    span: body.sourceSpan(first.at),
    edits: edits.length === flaws.length ? edits : undefined,
  };
}

function flawsIn(text: string): readonly Flaw[] {
  const start = text.search(/\S/);
  if (text[start] !== '[' || text[start + 1] === '[') return [];
  const tokens = tokensIn(text, start + 1);
  const last = tokens.at(-1);
  const end = last?.at[1] ?? start + 1;
  const rest = text.slice(end).trimEnd();
  if (last?.kind !== ']' && rest !== '')
    return /^['"]/.test(text.slice(start + 1)) && rest.endsWith(']')
      ? [{ fault: 'unclosed', at: [start, end + rest.length], replacement: undefined }]
      : [];
  const items = tokens.filter(({ kind }) => kind !== ']');
  if (!isArray(text[start + 1] ?? '', items, rest)) return [];
  const flaws = items.flatMap((token, index) =>
    [separatorFlaw(items[index - 1], token) ?? [], token.flaw ?? []].flat(),
  );
  const before = items.at(-1);
  if (before?.kind === ',') flaws.push({ fault: 'comma', at: before.at, replacement: '' });
  if (last?.kind !== ']') return [...flaws, { fault: 'open', at: [end, end], replacement: ']' }];
  return rest === '' ? flaws : [...flaws, { fault: 'behind', at: behind(text, end), replacement: undefined }];
}

/** Up to the closing bracket, or the first character that can be no part of an array. */
function tokensIn(text: string, from: number): readonly Token[] {
  const tokens: Token[] = [];
  for (let at = from; ;) {
    while (/\s/.test(text.charAt(at))) at++;
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    if (match === null) return tokens;
    const [whole, single, double, curly, word] = match;
    const span = [at, at + whole.length] as const;
    at = span[1];
    if (whole === ']' || whole === ',') tokens.push({ kind: whole, at: span, flaw: undefined });
    else if (word !== undefined)
      tokens.push({ kind: 'word', at: span, flaw: { fault: 'unquoted', at: span, replacement: JSON.stringify(word) } });
    else tokens.push({ kind: 'string', at: span, flaw: stringFlaw(span, whole, single ?? double ?? curly) });
    if (whole === ']') return tokens;
  }
}

/** A shell's `[` has a blank behind it and no commas; nothing but a string is no test. */
function isArray(next: string, items: readonly Token[], rest: string): boolean {
  if (items.length === 0 || items[0]?.kind === ',') return false;
  if (items.some(({ kind }) => kind === ',')) return true;
  return /\S/.test(next) || (items.length === 1 && items[0]?.kind === 'string' && rest === '');
}

function separatorFlaw(previous: Token | undefined, { kind, at }: Token): Flaw | undefined {
  if (previous === undefined) return undefined;
  if (kind === ',') return previous.kind === ',' ? { fault: 'comma', at, replacement: '' } : undefined;
  const end = previous.at[1];
  if (previous.kind === ',') return undefined;
  // `[nginx, -g, daemon off;]`: words may be parts of one string.
  const isClear = previous.kind === 'string' && kind === 'string';
  return { fault: 'missingComma', at: [end, end], replacement: isClear ? ',' : undefined };
}

function stringFlaw(at: Span, written: string, value: string | undefined): Flaw | undefined {
  if (value !== undefined) return { fault: 'quotes', at, replacement: JSON.stringify(value) };
  if (isJson(written)) return undefined;
  // A path of Windows: each of its backslashes stands for itself.
  const isPath = !/\\["\\]/.test(written) && !/\p{Cc}/u.test(written);
  return { fault: 'escape', at, replacement: isPath ? written.replaceAll('\\', '\\\\') : undefined };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function behind(text: string, end: number): Span {
  const rest = text.slice(end);
  return [end + rest.search(/\S/), end + rest.trimEnd().length];
}
