import { mappedText, type MappedText, type Piece } from '../text/mapped-text.ts';
import type { Span } from '../text/span.ts';
import { skipSpace, trimEnd } from './blanks.ts';
import { directiveOn } from './directives.ts';
import type { Comment, Directive, Problem } from './model.ts';

/** An instruction's text on one line: continuations taken out, comment lines and empty lines in them dropped. */
export interface LogicalLine {
  readonly text: MappedText;
  /** First character to the end of the last line that is not dropped. */
  readonly span: Span;
  readonly firstLine: number;
  readonly lastLine: number;
  readonly comments: readonly Comment[];
  readonly innerComments: readonly Comment[];
  readonly emptyLines: readonly Span[];
}

/** The lines that belong to one heredoc. `closed` is the span of the closing line, undefined where the file ends before. */
export interface HeredocLines {
  readonly bodySpan: Span;
  readonly closed: Span | undefined;
  readonly lastLine: number;
}

/** Reads a Dockerfile line by line as BuildKit's `parser.Parse` does. */
export interface Reader {
  readonly directives: readonly Directive[];
  readonly comments: readonly Comment[];
  readonly problems: readonly Problem[];
  escape(): '\\' | '`';
  /** The next instruction; undefined at the end. */
  next(): LogicalLine | undefined;
  /** The lines up to one that is `terminator`, to be asked for right after the instruction that opens it. */
  heredoc(terminator: string, chomp: boolean): HeredocLines;
}

/** Text of a line without its line end. */
interface Line {
  readonly start: number;
  readonly end: number;
  readonly number: number;
}

/** Where reading has got to, and what has been found. */
interface State {
  readonly text: string;
  readonly directives: Directive[];
  readonly comments: Comment[];
  readonly problems: Problem[];
  escape: '\\' | '`';
  inHead: boolean;
  at: number;
  lineNumber: number;
}

const MAX_LINE_BYTES = 65_535;

export function readerOf(text: string): Reader {
  const state: State = {
    text,
    directives: [],
    comments: [],
    problems: [],
    escape: '\\',
    inHead: true,
    at: text.startsWith('\uFEFF') ? 1 : 0,
    lineNumber: 0,
  };
  const { directives, comments, problems } = state;
  return {
    directives,
    comments,
    problems,
    escape: () => state.escape,
    next: () => nextInstruction(state),
    heredoc: (terminator, chomp) => readHeredoc(state, terminator, chomp),
  };
}

function nextInstruction(state: State): LogicalLine | undefined {
  const { text } = state;
  let above: Comment[] = [];
  for (let line = nextLine(state); line !== undefined; line = nextLine(state)) {
    const start = skipSpace(text, line.start, line.end);
    if (takeDirective(state, line, start)) continue;
    if (start === line.end) above = [];
    else if (text[start] === '#') above.push(takeComment(state, line, start));
    else return readInstruction(state, line, start, above);
  }
  return undefined;
}

function nextLine(state: State): Line | undefined {
  const { text, at: start } = state;
  if (start >= text.length) return undefined;
  const newline = text.indexOf('\n', start);
  let end = newline === -1 ? text.length : newline;
  state.at = newline === -1 ? text.length : newline + 1;
  state.lineNumber++;
  if (isTooLong(text, start, end)) {
    const message = `The line is longer than the ${MAX_LINE_BYTES} bytes that BuildKit reads.`;
    state.problems.push({ kind: 'syntax', message, span: [start, end] });
  }
  while (end > start && text.charCodeAt(end - 1) === 0x0d) end--;
  return { start, end, number: state.lineNumber };
}

/** BuildKit's scanner gives up on a longer line. */
function isTooLong(text: string, start: number, end: number): boolean {
  if ((end - start) * 3 <= MAX_LINE_BYTES) return false;
  return new TextEncoder().encode(text.slice(start, end)).length > MAX_LINE_BYTES;
}

function takeComment({ text, comments }: State, line: Line, hash: number): Comment {
  const end = trimEnd(text, hash + 1, line.end);
  const start = skipSpace(text, hash + 1, end);
  const comment: Comment = { text: text.slice(start, end), span: [hash, end], line: line.number };
  comments.push(comment);
  return comment;
}

/** True where a line at the head of the file is a directive; the first that is none ends the head. */
function takeDirective(state: State, line: Line, start: number): boolean {
  if (!state.inHead) return false;
  const directive = state.text[start] === '#' ? directiveOn(state.text, [start, line.end]) : undefined;
  state.inHead = directive !== undefined;
  if (directive === undefined) return false;
  const message = directiveFault(directive, state.directives);
  if (message !== undefined) state.problems.push({ kind: 'syntax', message, span: directive.span });
  else if (directive.name === 'escape') state.escape = directive.value === '`' ? '`' : '\\';
  state.directives.push(directive);
  return true;
}

function directiveFault({ name, value }: Directive, earlier: readonly Directive[]): string | undefined {
  if (earlier.some(directive => directive.name === name)) {
    return `The directive \`${name}\` stands here for the second time.`;
  }
  if (name !== 'escape' || value === '\\' || value === '`') return undefined;
  return `\`${value}\` cannot be the escape character: only a backslash or a backtick can.`;
}

function readInstruction(state: State, line: Line, start: number, comments: readonly Comment[]): LogicalLine {
  const { text } = state;
  const pieces: Piece[] = [];
  const innerComments: Comment[] = [];
  const emptyLines: Span[] = [];
  let end = start;
  const take = (from: number, to: number): boolean => {
    const cut = continuation(state, from, to);
    pieces.push({ text: text.slice(from, cut ?? to), source: from });
    end = cut === undefined ? trimEnd(text, from, to) : cut + 1;
    return cut !== undefined;
  };

  let isOpen = take(start, line.end);
  while (isOpen) {
    const next = nextLine(state);
    if (next === undefined) break;
    const first = skipSpace(text, next.start, next.end);
    if (first === next.end) emptyLines.push([next.start, next.end]);
    else if (text[first] === '#') innerComments.push(takeComment(state, next, first));
    else isOpen = take(next.start, next.end);
  }
  const lines = { firstLine: line.number, lastLine: state.lineNumber };
  return { text: mappedText(pieces, start), span: [start, end], ...lines, comments, innerComments, emptyLines };
}

/** The offset of the character that continues a line; undefined where none does. */
function continuation({ text, escape }: State, start: number, end: number): number | undefined {
  let last = end - 1;
  while (last >= start && (text[last] === ' ' || text[last] === '\t')) last--;
  const continues = last >= start && text[last] === escape && (last === start || text[last - 1] !== escape);
  return continues ? last : undefined;
}

function readHeredoc(state: State, terminator: string, chomp: boolean): HeredocLines {
  const { text, at: start } = state;
  for (let line = nextLine(state); line !== undefined; line = nextLine(state)) {
    let first = line.start;
    while (chomp && text[first] === '\t') first++;
    if (line.end - first === terminator.length && text.startsWith(terminator, first)) {
      return { bodySpan: [start, line.start], closed: [line.start, line.end], lastLine: line.number };
    }
  }
  return { bodySpan: [start, text.length], closed: undefined, lastLine: state.lineNumber };
}
