import {
  addUse,
  EMPTY,
  fail,
  halt,
  join,
  literal,
  readName,
  readSign,
  UNKNOWN,
  type LexedUse,
  type LexError,
  type Lexer,
  type LexOptions,
  type Opening,
  type Value,
  type VariableValue,
} from './lexer-state.ts';
import {
  parsePattern,
  replaceAll,
  replaceFirst,
  reversePattern,
  type ShellPattern,
  trimEnd,
  trimStart,
} from './shell-pattern.ts';

export type { LexError, LexOptions, LexedUse, VariableValue } from './lexer-state.ts';

export interface Lexed {
  readonly value: string | undefined;
  readonly certain: boolean;
  /** In the order of the text, those in the operands of others included. */
  readonly uses: readonly LexedUse[];
  /** Why BuildKit stops at this text. */
  readonly error: LexError | undefined;
}

const SPECIAL = /[$'"`\\\uFEFF]/;
const UNTIL_END = '';
// Deeper than any that people write, and far from the end of the call stack.
const MAX_DEPTH = 100;

/**
 * Expands a text as BuildKit's shell lexer does: quotes and escapes resolved, variables replaced.
 * Rules: https://github.com/moby/buildkit/blob/v0.33.1/frontend/dockerfile/shell/lex.go
 */
export function lexWord(
  source: string,
  { escape, quotes }: LexOptions,
  lookup: (name: string) => VariableValue,
): Lexed {
  if (!SPECIAL.test(source)) return { value: source, certain: true, uses: [], error: undefined };
  const at = source.startsWith('\uFEFF') ? 1 : 0;
  // Without a spread: an object made by one is some twenty times slower here.
  const lexer: Lexer = { escape, quotes, source, lookup, uses: [], at, depth: 0, isStopped: false, error: undefined };
  const read = readUntil(lexer, UNTIL_END, false);
  const { text, certain } = lexer.isStopped ? UNKNOWN : read;
  return { value: text, certain, uses: lexer.uses.toSorted((a, b) => a.span[0] - b.span[0]), error: lexer.error };
}

/** Reads up to and over the stop character; with `rawEscapes` the escape characters stay (they mean something in a pattern). */
function readUntil(lexer: Lexer, stop: string, rawEscapes: boolean): Value {
  const { source } = lexer;
  const start = lexer.at;
  const values: Value[] = [];
  while (lexer.at < source.length) {
    const character = source.charAt(lexer.at);
    if (character === stop) {
      lexer.at++;
      return join(lexer, values);
    }
    values.push(readPart(lexer, character, rawEscapes));
  }
  return stop === UNTIL_END ? join(lexer, values) : fail(lexer, `\`${stop}\` is missing`, start);
}

function readPart(lexer: Lexer, character: string, rawEscapes: boolean): Value {
  if (character === '$') return readDollar(lexer);
  if (lexer.quotes && character === "'") return readSingleQuoted(lexer);
  if (lexer.quotes && character === '"') return readDoubleQuoted(lexer, rawEscapes);
  if (character === lexer.escape) {
    const escaped = lexer.source.charAt(lexer.at + 1);
    lexer.at += 1 + escaped.length;
    return literal(rawEscapes ? character + escaped : escaped);
  }
  return readPlain(lexer);
}

// Characters one by one would be slow on long words: this takes all up to the next that may mean something.
const NEXT_SPECIAL = /[$'"`\\}/]/g;

function readPlain(lexer: Lexer): Value {
  NEXT_SPECIAL.lastIndex = lexer.at + 1;
  const end = NEXT_SPECIAL.exec(lexer.source)?.index ?? lexer.source.length;
  const text = lexer.source.slice(lexer.at, end);
  lexer.at = end;
  return literal(text);
}

function readSingleQuoted(lexer: Lexer): Value {
  const start = lexer.at;
  const end = lexer.source.indexOf("'", start + 1);
  if (end === -1) return fail(lexer, "The closing `'` is missing", start);
  lexer.at = end + 1;
  return literal(lexer.source.slice(start + 1, end));
}

function readDoubleQuoted(lexer: Lexer, rawEscapes: boolean): Value {
  const { source, escape } = lexer;
  const start = lexer.at++;
  const values: Value[] = [];
  while (lexer.at < source.length) {
    const character = source.charAt(lexer.at);
    if (character === '"') {
      lexer.at++;
      return join(lexer, values);
    }
    if (character === '$') {
      values.push(readDollar(lexer));
    } else if (character === escape) {
      const next = source.charAt(lexer.at + 1);
      const isEscape = next === '"' || next === '$' || next === escape;
      lexer.at += isEscape ? 2 : 1;
      values.push(literal((rawEscapes ? character : '') + (isEscape ? next : character)));
    } else {
      values.push(readPlain(lexer));
    }
  }
  return fail(lexer, 'The closing `"` is missing', start);
}

function readDollar(lexer: Lexer): Value {
  const start = lexer.at++;
  if (lexer.source[lexer.at] === '{') return readBraces(lexer, start);
  const name = readName(lexer);
  if (name === '') return literal('$');
  addUse(lexer, { name, start, nameStart: start + 1 }, undefined);
  return held(lexer.lookup(name));
}

function readBraces(lexer: Lexer, start: number): Value {
  const nameStart = ++lexer.at;
  const first = lexer.source.charAt(nameStart);
  if (first === '{' || first === '}' || first === ':') return fail(lexer, '`${` is followed by no name', start);
  const opening = { name: readName(lexer), start, nameStart };
  const sign = readSign(lexer);
  if (sign === '}') {
    addUse(lexer, opening, undefined);
    return held(lexer.lookup(opening.name));
  }
  if (sign === '') return fail(lexer, '`}` is missing', start);
  if (!SIGNS.has(sign)) return fail(lexer, `\`${sign}\` is not something to do with a variable`, start);
  if (lexer.depth === MAX_DEPTH) return halt(lexer);
  lexer.depth++;
  const value = readOperation(lexer, opening, sign);
  lexer.depth--;
  return value;
}

const SIGNS = new Set([':-', ':+', ':?', '-', '+', '?', '#', '%', '/']);

function readOperation(lexer: Lexer, opening: Opening, sign: string): Value {
  switch (sign) {
    case '/':
      return readReplacement(lexer, opening);
    case '#':
    case '%':
      return readTrim(lexer, opening, sign);
    default:
      return readChoice(lexer, opening, sign);
  }
}

function readReplacement(lexer: Lexer, opening: Opening): Value {
  const all = lexer.source[lexer.at] === '/';
  if (all) lexer.at++;
  const pattern = readUntil(lexer, '/', true);
  const replacement = readUntil(lexer, '}', true);
  addUse(lexer, opening, all ? '//' : '/');
  const replace = all ? replaceAll : replaceFirst;
  return matched(lexer, opening, [pattern, replacement], (value, parsed) =>
    replace(value, parsed, replacement.text ?? ''),
  );
}

function readTrim(lexer: Lexer, opening: Opening, sign: '#' | '%'): Value {
  const operand = readUntil(lexer, '}', true);
  // BuildKit looks for the second sign in the operand once it is expanded.
  const longest = operand.text?.startsWith(sign) ?? false;
  addUse(lexer, opening, longest ? sign + sign : sign);
  const forwards = operand.text?.slice(longest ? 1 : 0);
  const backwards = forwards && reversePattern(forwards);
  const pattern = { text: sign === '#' ? forwards : backwards, certain: operand.certain };
  const trim = sign === '#' ? trimStart : trimEnd;
  return matched(lexer, opening, [pattern], (value, parsed) => trim(value, parsed, longest));
}

/** The variable's value changed by a pattern, the first operand; unknown where a part is. */
function matched(
  lexer: Lexer,
  { name, start }: Opening,
  operands: readonly Value[],
  change: (value: string, pattern: ShellPattern) => string | undefined,
): Value {
  const value = held(lexer.lookup(name));
  const pattern = operands[0]?.text;
  if (lexer.isStopped || pattern === undefined) return UNKNOWN;
  const parsed = parsePattern(pattern);
  if (parsed === undefined) return fail(lexer, 'The pattern escapes a character that needs none', start);
  if (value.text === undefined || operands.some(({ text }) => text === undefined)) return UNKNOWN;
  const text = change(value.text, parsed);
  return text === undefined ? UNKNOWN : { text, certain: value.certain && operands.every(({ certain }) => certain) };
}

/** `-`, `+` and `?`, with a colon where an empty value counts as unset. */
function readChoice(lexer: Lexer, opening: Opening, sign: string): Value {
  const operand = readUntil(lexer, '}', false);
  addUse(lexer, opening, sign);
  const variable = lexer.lookup(opening.name);
  const unset = isUnset(variable, sign.startsWith(':'));
  if (unset === undefined || lexer.isStopped) return UNKNOWN;
  if (sign.endsWith('-')) return unset ? given(operand, variable) : held(variable);
  if (sign.endsWith('+')) return unset ? given(EMPTY, variable) : given(operand, variable);
  if (!unset) return held(variable);
  if (!variable.certain) return UNKNOWN;
  const reason = operand.text === undefined || operand.text === '' ? '' : `: ${operand.text}`;
  return fail(lexer, `\`${opening.name}\` is not set${reason}`, opening.start);
}

function isUnset({ isSet, value }: VariableValue, emptyIsUnset: boolean): boolean | undefined {
  if (isSet !== true) return isSet === undefined ? undefined : true;
  if (!emptyIsUnset) return false;
  return value === undefined ? undefined : value === '';
}

function held({ value, certain }: VariableValue): Value {
  return value === undefined ? UNKNOWN : { text: value, certain };
}

/** The operand, which is taken because of what the variable is. */
function given(operand: Value, { certain }: VariableValue): Value {
  return operand.text === undefined ? UNKNOWN : { text: operand.text, certain: operand.certain && certain };
}
