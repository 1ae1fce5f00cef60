import type { Dockerfile, Instruction } from '../dockerfile/model.ts';
import type { Edit, Span } from '../text/span.ts';
import { lineEnd, lineStart } from './instructions.ts';

/** The lines of an instruction with the comments right above it, the end of its last line included. */
function blockSpan(dockerfile: Dockerfile, { comments, firstLine, lastLine }: Instruction): Span {
  const { lines, text } = dockerfile;
  const start = lineStart(dockerfile, comments[0]?.line ?? firstLine);
  return [start, lastLine < lines.count ? lines.start(lastLine + 1) : text.length];
}

/** Takes the blank lines behind a block out with it where blank lines, or nothing, stand before it. */
function withGap({ text }: Dockerfile, [start, end]: Span): Span {
  const before = text.slice(0, start);
  const [gap = ''] = /^(?:[ \t]*\r?\n)*/.exec(text.slice(end)) ?? [];
  return gap !== '' && (before === '' || /\n[ \t]*\r?\n$/.test(before)) ? [start, end + gap.length] : [start, end];
}

/** Moves instructions, each with the comments right above it, to stand above another and its comments, in the order given. */
export function moveAbove(
  dockerfile: Dockerfile,
  instructions: readonly Instruction[],
  target: Instruction,
): readonly Edit[] {
  const [at] = blockSpan(dockerfile, target);
  return move(dockerfile, instructions, at, '');
}

/** Moves instructions, each with the comments right above it, to stand below another, in the order given. */
export function moveBelow(
  dockerfile: Dockerfile,
  instructions: readonly Instruction[],
  target: Instruction,
): readonly Edit[] {
  const [, at] = blockSpan(dockerfile, target);
  return move(dockerfile, instructions, at, dockerfile.text[at - 1] === '\n' ? '' : lineEnd(dockerfile));
}

function move(
  dockerfile: Dockerfile,
  instructions: readonly Instruction[],
  at: number,
  before: string,
): readonly Edit[] {
  const { text, lines } = dockerfile;
  const end = lineEnd(dockerfile);
  const spans = instructions.map(instruction => blockSpan(dockerfile, instruction));
  const blocks = spans.map(span => text.slice(...span)).map(block => (block.endsWith('\n') ? block : block + end));
  const written = before + blocks.join('');
  const removed = spans.map(span => {
    const isLast = span[1] === text.length && !text.endsWith('\n');
    const { line } = lines.position(span[0]);
    // What was last gives its place to the line before it, whose end goes.
    return isLast && line > 1 ? ([lines.end(line - 1), span[1]] as const) : withGap(dockerfile, span);
  });
  const inserted = { span: [at, at] as const, text: before === '' ? written : written.slice(0, -end.length) };
  return joined([...removed.map(span => ({ span, text: '' })), inserted]);
}

/** Edits that touch one another as one. */
function joined(edits: readonly Edit[]): readonly Edit[] {
  const found: Edit[] = [];
  for (const edit of edits.toSorted((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1])) {
    const last = found.at(-1);
    if (last !== undefined && last.span[1] >= edit.span[0]) {
      found[found.length - 1] = {
        span: [last.span[0], Math.max(last.span[1], edit.span[1])],
        text: last.text + edit.text,
      };
    } else found.push(edit);
  }
  return found;
}
