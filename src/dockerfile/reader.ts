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

const MAX_LINE_BYTES = 65_535;

export function readerOf(text: string): Reader {
  const directives: Directive[] = [];
  const comments: Comment[] = [];
  const problems: Problem[] = [];
  let escape: '\\' | '`' = '\\';
  let inHead = true;
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  let number = 0;

  const nextLine = (): Line | undefined => {
    if (at >= text.length) return undefined;
    const start = at;
    const newline = text.indexOf('\n', at);
    let end = newline === -1 ? text.length : newline;
    at = newline === -1 ? text.length : newline + 1;
    if (isTooLong(text, start, end)) {
      problems.push({
        kind: 'syntax',
        message: 'The line is longer than the 65535 bytes that BuildKit reads.',
        span: [start, end],
      });
    }
    while (end > start && text.charCodeAt(end - 1) === 0x0d) end--;
    number++;
    return { start, end, number };
  };

  const comment = (line: Line, hash: number): Comment => {
    const end = trimEnd(text, hash + 1, line.end);
    const found = {
      text: text.slice(skipSpace(text, hash + 1, end), end),
      span: [hash, end] as const,
      line: line.number,
    };
    comments.push(found);
    return found;
  };

  /** True where a line at the head of the file is a directive; the first that is none ends the head. */
  const takeDirective = (line: Line, start: number): boolean => {
    if (!inHead) return false;
    const directive = text[start] === '#' ? directiveOn(text, [start, line.end]) : undefined;
    inHead = directive !== undefined;
    if (directive === undefined) return false;
    const problem = directiveProblem(directive, directives);
    if (problem !== undefined) problems.push({ kind: 'syntax', message: problem, span: directive.span });
    else if (directive.name === 'escape') escape = directive.value === '`' ? '`' : '\\';
    directives.push(directive);
    return true;
  };

  /** The offset of the character that continues a line; undefined where none does. */
  const continuation = (start: number, end: number): number | undefined => {
    let last = end - 1;
    while (last >= start && (text[last] === ' ' || text[last] === '\t')) last--;
    const continues = last >= start && text[last] === escape && (last === start || text[last - 1] !== escape);
    return continues ? last : undefined;
  };

  const readInstruction = (line: Line, start: number, above: readonly Comment[]): LogicalLine => {
    const pieces: Piece[] = [];
    const innerComments: Comment[] = [];
    const emptyLines: Span[] = [];
    let end = start;
    const take = (from: number, kept: Line): boolean => {
      const cut = continuation(from, kept.end);
      pieces.push({ text: text.slice(from, cut ?? kept.end), source: from });
      end = cut === undefined ? trimEnd(text, from, kept.end) : cut + 1;
      return cut !== undefined;
    };

    let open = take(start, line);
    while (open) {
      const following = nextLine();
      if (following === undefined) break;
      const first = skipSpace(text, following.start, following.end);
      if (first === following.end) emptyLines.push([following.start, following.end]);
      else if (text[first] === '#') innerComments.push(comment(following, first));
      else open = take(following.start, following);
    }
    return {
      text: mappedText(pieces, start),
      span: [start, end],
      firstLine: line.number,
      lastLine: number,
      comments: above,
      innerComments,
      emptyLines,
    };
  };

  return {
    directives,
    comments,
    problems,
    escape: () => escape,
    next() {
      let above: Comment[] = [];
      for (let line = nextLine(); line !== undefined; line = nextLine()) {
        const start = skipSpace(text, line.start, line.end);
        if (takeDirective(line, start)) continue;
        if (start === line.end) above = [];
        else if (text[start] === '#') above.push(comment(line, start));
        else return readInstruction(line, start, above);
      }
      return undefined;
    },
    heredoc(terminator, chomp) {
      const start = at;
      for (let line = nextLine(); line !== undefined; line = nextLine()) {
        let first = line.start;
        while (chomp && text[first] === '\t') first++;
        if (line.end - first === terminator.length && text.startsWith(terminator, first)) {
          return { bodySpan: [start, line.start], closed: [line.start, line.end], lastLine: line.number };
        }
      }
      return { bodySpan: [start, text.length], closed: undefined, lastLine: number };
    },
  };
}

function directiveProblem({ name, value }: Directive, earlier: readonly Directive[]): string | undefined {
  if (earlier.some(directive => directive.name === name))
    return `The directive \`${name}\` stands here for the second time.`;
  if (name === 'escape' && value !== '\\' && value !== '`')
    return `\`${value}\` cannot be the escape character: it is \`\\\` or \`\`\` \` \`\`\`.`;
  return undefined;
}

/** BuildKit's scanner gives up on a longer line. */
function isTooLong(text: string, start: number, end: number): boolean {
  if ((end - start) * 3 <= MAX_LINE_BYTES) return false;
  return new TextEncoder().encode(text.slice(start, end)).length > MAX_LINE_BYTES;
}
