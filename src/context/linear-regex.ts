import { classAt, escapeAt, type CharTest } from './regex-characters.ts';

/** What a position of the expression asks for. `open` is the start of `(.*\/)?`, `inside` its repeated part. */
type Token =
  | { readonly kind: 'one' | 'maybe' | 'many'; readonly test: CharTest }
  | { readonly kind: 'open' | 'inside' | 'start' | 'end' }
  | { readonly kind: 'boundary'; readonly wanted: boolean };

const ANY: Token = { kind: 'many', test: code => code !== 10 };
const MOST_REPEATED = 1000;

/**
 * A search for the part of RE2's syntax that ignore patterns are translated to: literals, escapes, classes, `[…]*`,
 * `.*`, `(.*\/)?`, `^`, `$`, and `|` and `{2,3}`, which the translation leaves as they are. Its time is at most
 * proportional to expression times text. Undefined where RE2 would refuse the expression.
 */
export function linearRegex(source: string): ((text: string) => boolean) | undefined {
  const alternatives = alternativesOf(source);
  if (alternatives === undefined) return undefined;
  return text => {
    const points = codePoints(text);
    return alternatives.some(tokens => run(tokens, points));
  };
}

function alternativesOf(source: string): Token[][] | undefined {
  const alternatives: Token[][] = [[]];
  let last: readonly Token[] = [];
  for (let at = 0; at < source.length;) {
    const tokens = alternatives.at(-1) ?? [];
    if (source[at] === '|') {
      alternatives.push([]);
      last = [];
      at++;
      continue;
    }
    const count = countAt(source, at);
    const read = count === undefined ? readAt(source, at) : { tokens: repeated(last, count), end: count.end };
    if (read?.tokens === undefined) return undefined;
    if (count !== undefined) tokens.splice(tokens.length - last.length);
    tokens.push(...read.tokens);
    // What has been repeated cannot be repeated again: the next count finds nothing to stand on.
    last = count === undefined ? read.tokens : [];
    at = read.end;
  }
  return alternatives;
}

interface Count {
  readonly least: number;
  /** Infinity for `{2,}`. */
  readonly most: number;
  readonly end: number;
}

function countAt(source: string, at: number): Count | undefined {
  if (source[at] !== '{') return undefined;
  const [whole, least, comma, most] =
    /^\{(0|[1-9]\d{0,4})(,(0|[1-9]\d{0,4})?)?\}/.exec(source.slice(at, at + 14)) ?? [];
  if (whole === undefined) return undefined;
  const bound = comma === undefined ? Number(least) : most === undefined ? Infinity : Number(most);
  return { least: Number(least), most: bound, end: at + whole.length };
}

/** Undefined where there is nothing to repeat, or too often. */
function repeated(tokens: readonly Token[], { least, most }: Count): Token[] | undefined {
  const [token] = tokens;
  const finite = most === Infinity ? least : most;
  if (token === undefined || tokens.length > 1 || finite > MOST_REPEATED || most < least) return undefined;
  if (token.kind !== 'one') return token.kind === 'many' ? undefined : least > 0 ? [token] : [];
  const more: Token[] = most === Infinity ? [{ ...token, kind: 'many' }] : [];
  return [...times(least, token), ...times(finite - least, { ...token, kind: 'maybe' }), ...more];
}

function times(count: number, token: Token): Token[] {
  return Array.from({ length: count }, () => token);
}

function readAt(source: string, at: number): Read | undefined {
  return source.startsWith('\\Q', at) ? quotation(source, at) : tokenAt(source, at);
}

interface Read {
  readonly tokens: readonly Token[];
  readonly end: number;
}

function tokenAt(source: string, at: number): Read | undefined {
  const char = source[at];
  if (char === '^') return { tokens: [{ kind: 'start' }], end: at + 1 };
  if (char === '$') return { tokens: [{ kind: 'end' }], end: at + 1 };
  if (char === '(') return { tokens: [{ kind: 'open' }, { kind: 'inside' }], end: at + '(.*/)?'.length };
  if (char === '.') return { tokens: [ANY], end: at + '.*'.length };
  if (char === '\\') return escape(source, at);
  if (char !== '[') return literal(source, at);
  const read = classAt(source, at);
  if (read === undefined) return undefined;
  const many = source[read.end] === '*';
  return { tokens: [{ kind: many ? 'many' : 'one', test: read.test }], end: many ? read.end + 1 : read.end };
}

function escape(source: string, at: number): Read | undefined {
  const end = at + 2;
  const char = source[at + 1];
  if (char === 'A') return { tokens: [{ kind: 'start' }], end };
  if (char === 'z') return { tokens: [{ kind: 'end' }], end };
  if (char === 'b' || char === 'B') return { tokens: [{ kind: 'boundary', wanted: char === 'b' }], end };
  const read = escapeAt(source, at);
  return read && { tokens: [{ kind: 'one', test: read.test }], end: read.end };
}

function literal(source: string, at: number): Read {
  const wanted = source.codePointAt(at) ?? 0;
  return { tokens: [{ kind: 'one', test: code => code === wanted }], end: at + (wanted > 0xffff ? 2 : 1) };
}

/** `\Q…\E`: everything in between stands for itself. */
function quotation(source: string, at: number): Read {
  const close = source.indexOf('\\E', at + 2);
  const points = codePoints(source.slice(at + 2, close === -1 ? source.length : close));
  const tokens = points.map((wanted): Token => ({ kind: 'one', test: code => code === wanted }));
  return { tokens, end: close === -1 ? source.length : close + 2 };
}

function codePoints(text: string): number[] {
  return Array.from(text, char => char.codePointAt(0) ?? 0);
}

/** Tries every way through from every place, each pair of token and position once. */
function run(tokens: readonly Token[], points: readonly number[]): boolean {
  const width = points.length + 1;
  const seen = new Uint8Array(tokens.length * width);
  const open = tokens[0]?.kind === 'start' ? [0] : Array.from({ length: width }, (_, at) => at);
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    const index = Math.floor(state / width);
    const token = tokens[index];
    if (token === undefined) return true;
    if (seen[state] === 1) continue;
    seen[state] = 1;
    follow(token, state, width, points, open);
  }
  return false;
}

function follow(token: Token, state: number, width: number, points: readonly number[], open: number[]): void {
  const at = state % width;
  const code = points[at];
  const skipped = state + width;
  switch (token.kind) {
    case 'one':
      if (code !== undefined && token.test(code)) open.push(skipped + 1);
      break;
    case 'maybe':
      if (code !== undefined && token.test(code)) open.push(skipped + 1);
      open.push(skipped);
      break;
    case 'many':
      if (code !== undefined && token.test(code)) open.push(state + 1);
      open.push(skipped);
      break;
    case 'open':
      open.push(skipped, skipped + width);
      break;
    case 'inside':
      if (code !== undefined && code !== 10) open.push(state + 1);
      if (code === 47) open.push(skipped + 1);
      break;
    case 'start':
      if (at === 0) open.push(skipped);
      break;
    case 'end':
      if (code === undefined) open.push(skipped);
      break;
    case 'boundary':
      if ((isWord(points[at - 1]) !== isWord(code)) === token.wanted) open.push(skipped);
      break;
  }
}

function isWord(code: number | undefined): boolean {
  return code !== undefined && code < 128 && /\w/.test(String.fromCodePoint(code));
}
