import { isSpace } from './blanks.ts';

/** How the words come out: with their quotes, with their escape characters. */
export interface LexerOptions {
  readonly rawQuotes: boolean;
  readonly rawEscapes: boolean;
}

export interface LexedWord {
  readonly text: string;
  /** Half-open offsets of what the word is made of. */
  readonly start: number;
  readonly end: number;
}

/**
 * The words of a line as BuildKit's shell lexer splits it when it looks for heredocs: `\` escapes whatever the directive
 * says, no variable is set, `<<` keeps the blanks behind it. Undefined where the lexer gives up (an open quote, a bad `${`).
 */
export function heredocWords(text: string, options: LexerOptions): readonly LexedWord[] | undefined {
  const state: State = { text, options, at: 0, pieces: [], start: 0 };
  return lex(state, undefined, options.rawEscapes)?.words;
}

interface State {
  readonly text: string;
  readonly options: LexerOptions;
  at: number;
  /** The word under way: BuildKit keeps a single one, which a nested `${x:-word}` takes over and empties. */
  pieces: string[];
  start: number;
}

interface Lexed {
  readonly result: string;
  readonly words: readonly LexedWord[];
}

const MAX_DEPTH = 200;

function lex(state: State, stop: string | undefined, rawEscapes: boolean, depth = 0): Lexed | undefined {
  const words: LexedWord[] = [];
  const result: string[] = [];
  state.pieces = [];
  while (state.at < state.text.length) {
    const start = state.at;
    if (state.text[start] === stop) {
      endWord(state, words, start);
      state.at++;
      return { result: result.join(''), words };
    }
    const next = readNext(state, rawEscapes, depth);
    if (next === undefined) return undefined;
    result.push(next.text);
    for (const piece of next.splits ? next.text : [next.text]) {
      if (next.splits && isSpace(piece, 0)) endWord(state, words, start);
      else addToWord(state, piece, start);
    }
  }
  if (stop !== undefined) return undefined;
  endWord(state, words, state.at);
  return { result: result.join(''), words };
}

function endWord(state: State, words: LexedWord[], end: number): void {
  if (state.pieces.length > 0) words.push({ text: state.pieces.join(''), start: state.start, end });
  state.pieces = [];
}

function addToWord(state: State, piece: string, start: number): void {
  if (state.pieces.length === 0) state.start = start;
  if (piece !== '') state.pieces.push(piece);
}

/** What comes next; `splits` where blanks in it end a word. */
function readNext(state: State, rawEscapes: boolean, depth: number): { text: string; splits: boolean } | undefined {
  const current = state.text.charAt(state.at);
  if (current === '$') {
    const value = dollar(state, depth);
    return value === undefined ? undefined : { text: value, splits: true };
  }
  if (current === '<') return { text: lessThan(state), splits: false };
  if (current === "'" || current === '"') {
    const inner = current === "'" ? singleQuoted(state) : doubleQuoted(state, rawEscapes, depth);
    if (inner === undefined) return undefined;
    return { text: state.options.rawQuotes ? `${current}${inner}${current}` : inner, splits: false };
  }
  state.at++;
  if (current !== '\\') return { text: current, splits: true };
  const escaped = state.text.charAt(state.at);
  state.at = Math.min(state.at + 1, state.text.length);
  return { text: rawEscapes ? `\\${escaped}` : escaped, splits: false };
}

/** `<`, or `<<` with the blanks behind it, which belong to the heredoc's word. */
function lessThan(state: State): string {
  const start = state.at;
  state.at++;
  if (state.text[state.at] !== '<') return '<';
  state.at++;
  while (state.at < state.text.length && '\t\r '.includes(state.text.charAt(state.at))) state.at++;
  return state.text.slice(start, state.at);
}

function singleQuoted(state: State): string | undefined {
  const end = state.text.indexOf("'", state.at + 1);
  if (end === -1) return undefined;
  const inner = state.text.slice(state.at + 1, end);
  state.at = end + 1;
  return inner;
}

function doubleQuoted(state: State, rawEscapes: boolean, depth: number): string | undefined {
  const { text } = state;
  const result: string[] = [];
  state.at++;
  while (state.at < text.length) {
    const current = text.charAt(state.at);
    if (current === '"') {
      state.at++;
      return result.join('');
    }
    if (current === '$') {
      const value = dollar(state, depth);
      if (value === undefined) return undefined;
      result.push(value);
      continue;
    }
    state.at++;
    if (current !== '\\') {
      result.push(current);
      continue;
    }
    if (rawEscapes) result.push(current);
    const escaped = text.charAt(state.at);
    if (escaped === '') continue;
    if (escaped === '"' || escaped === '$' || escaped === '\\') {
      result.push(escaped);
      state.at++;
    } else {
      result.push(current);
    }
  }
  return undefined;
}

const NAME = /\p{Nd}+|[@*#?\-$!]|[\p{L}_][\p{L}\p{Nd}_]*/uy;

function name(state: State): string {
  NAME.lastIndex = state.at;
  const found = NAME.exec(state.text)?.[0] ?? '';
  state.at += found.length;
  return found;
}

/** A variable as it is written, since none is set; undefined for what BuildKit cannot read. */
function dollar(state: State, depth: number): string | undefined {
  const { text } = state;
  state.at++;
  if (text[state.at] !== '{') return `$${name(state)}`;
  state.at++;
  if (depth > MAX_DEPTH || state.at >= text.length || '{}:'.includes(text.charAt(state.at))) return undefined;
  const variable = name(state);
  let operator = text.charAt(state.at);
  state.at++;
  if (operator === '}') return `\${${variable}}`;
  if (operator === '/') return replacement(state, variable, depth);
  if (operator === ':') {
    operator = text.charAt(state.at);
    state.at++;
    if (operator === '#' || operator === '%') return undefined;
    const inner = lex(state, '}', false, depth + 1);
    return inner && `\${${variable}:${operator}${inner.result}}`;
  }
  if (operator === '' || !'+-?#%'.includes(operator)) return undefined;
  const inner = lex(state, '}', operator === '#' || operator === '%', depth + 1);
  return inner && `\${${variable}${operator}${inner.result}}`;
}

function replacement(state: State, variable: string, depth: number): string | undefined {
  if (state.text[state.at] === '/') state.at++;
  const pattern = lex(state, '/', true, depth + 1);
  const written = pattern && lex(state, '}', true, depth + 1);
  return pattern && written && `\${${variable}/${pattern.result}/${written.result}}`;
}
