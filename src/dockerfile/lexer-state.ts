import type { Span } from '../text/span.ts';

/** What a variable is known to hold. */
export interface VariableValue {
  /** Undefined where it may or may not be set. */
  readonly isSet: boolean | undefined;
  /** Undefined where it cannot be known; of an unset variable the empty string, or undefined where a `--build-arg` may set it. */
  readonly value: string | undefined;
  /** False where a `--build-arg` may change it. */
  readonly certain: boolean;
}

/** One `$name` or `${name…}`, in offsets of the text. */
export interface LexedUse {
  readonly name: string;
  readonly span: Span;
  readonly nameSpan: Span;
  readonly operator: string | undefined;
}

export interface LexError {
  readonly message: string;
  readonly span: Span;
}

export interface LexOptions {
  readonly escape: '\\' | '`';
  /** False for heredoc bodies, in which quotes are plain characters. */
  readonly quotes: boolean;
}

export interface Value {
  readonly text: string | undefined;
  readonly certain: boolean;
}

/** Reading position and findings of one text. */
export interface Lexer extends LexOptions {
  readonly source: string;
  readonly lookup: (name: string) => VariableValue;
  readonly uses: LexedUse[];
  at: number;
  depth: number;
  /** Set with `at` at the end: nothing more is to be read. */
  isStopped: boolean;
  error: LexError | undefined;
}

/** What stands before the operator. */
export interface Opening {
  readonly name: string;
  readonly start: number;
  readonly nameStart: number;
}

export const EMPTY: Value = { text: '', certain: true };
export const UNKNOWN: Value = { text: undefined, certain: false };
// A value may double with each ENV; one that is this much longer than its source counts as unknown.
const MAX_GROWTH = 4096;

const NAME = /[\p{L}\p{Nd}_]*/uy;
const DIGITS = /\p{Nd}+/uy;
const SPECIAL = /[@*#?\-$!]/y;

export function readName(lexer: Lexer): string {
  for (const form of [DIGITS, SPECIAL, NAME]) {
    form.lastIndex = lexer.at;
    const name = form.exec(lexer.source)?.[0];
    if (name === undefined) continue;
    lexer.at += name.length;
    return name;
  }
  return '';
}

export function readSign(lexer: Lexer): string {
  const length = lexer.source[lexer.at] === ':' ? 2 : 1;
  const sign = lexer.source.slice(lexer.at, lexer.at + length);
  lexer.at += sign.length;
  return sign;
}

export function addUse(lexer: Lexer, { name, start, nameStart }: Opening, operator: string | undefined): void {
  if (lexer.isStopped) return;
  lexer.uses.push({ name, span: [start, lexer.at], nameSpan: [nameStart, nameStart + name.length], operator });
}

export function literal(text: string): Value {
  return { text, certain: true };
}

export function join(lexer: Lexer, values: readonly Value[]): Value {
  let text = '';
  let certain = true;
  for (const value of values) {
    if (value.text === undefined || text.length + value.text.length > lexer.source.length + MAX_GROWTH) return UNKNOWN;
    text += value.text;
    certain &&= value.certain;
  }
  return { text, certain };
}

export function fail(lexer: Lexer, message: string, start: number): Value {
  if (!lexer.isStopped) lexer.error = { message, span: [start, lexer.source.length] };
  return halt(lexer);
}

export function halt(lexer: Lexer): Value {
  lexer.isStopped = true;
  lexer.at = lexer.source.length;
  return UNKNOWN;
}
