import { fileOf } from '../dockerfile/build-file.ts';
import type { Dockerfile, Instruction } from '../dockerfile/model.ts';
import { lineEndOf } from '../text/lines.ts';
import { contains, type Edit, type Span } from '../text/span.ts';

/** The file's line end: that of its first line. */
export function lineEnd({ text }: Dockerfile): '\n' | '\r\n' {
  return lineEndOf(text);
}

/** Where a line's own text starts: behind the byte order mark, which stays the first character of the file. */
export function lineStart({ lines, text }: Dockerfile, line: number): number {
  const start = lines.start(line);
  return start === 0 && text.startsWith('\uFEFF') ? 1 : start;
}

/** The blanks before an instruction. */
export function indentOf(dockerfile: Dockerfile, { firstLine, span }: Instruction): string {
  return dockerfile.text.slice(lineStart(dockerfile, firstLine), span[0]);
}

/** The whole lines of an instruction, the end of its last line included; comments above it are not. */
export function linesSpan(dockerfile: Dockerfile, { firstLine, lastLine }: Instruction): Span {
  const { lines, text } = dockerfile;
  if (lastLine < lines.count) return [lineStart(dockerfile, firstLine), lines.start(lastLine + 1)];
  // The last line of the file: what goes with it is the line end before it, so that the file ends as it did.
  const start = firstLine > 1 ? lines.end(firstLine - 1) : lineStart(dockerfile, 1);
  return [start, text.length];
}

/** Takes out an instruction with its lines. Comments above it stay: they are the author's. */
export function removeInstruction(dockerfile: Dockerfile, instruction: Instruction): Edit {
  return { span: linesSpan(dockerfile, instruction), text: '' };
}

/** Writes whole lines right above an instruction, below its comments, indented as it is. */
export function insertAbove(dockerfile: Dockerfile, instruction: Instruction, added: readonly string[]): Edit {
  const start = lineStart(dockerfile, instruction.firstLine);
  const indent = indentOf(dockerfile, instruction);
  return { span: [start, start], text: added.map(line => `${indent}${line}${lineEnd(dockerfile)}`).join('') };
}

/** Writes whole lines right below an instruction, indented as it is; undefined where they would go on with it. */
export function insertBelow(
  dockerfile: Dockerfile,
  instruction: Instruction,
  added: readonly string[],
): Edit | undefined {
  if (isOpen(dockerfile, instruction)) return undefined;
  const indent = indentOf(dockerfile, instruction);
  const end = dockerfile.lines.end(instruction.lastLine);
  return { span: [end, end], text: added.map(line => `${lineEnd(dockerfile)}${indent}${line}`).join('') };
}

/** True for the last instruction of a file that ends in a continuation or in the middle of a heredoc. */
function isOpen(dockerfile: Dockerfile, instruction: Instruction): boolean {
  const { text, lines, problems, escape } = dockerfile;
  const { index, span, lastLine } = instruction;
  if (index < fileOf(instruction).instructions.length - 1) return false;
  const isContinued = text.slice(...span).endsWith(escape) || text.slice(span[1], lines.end(lastLine)).trim() !== '';
  return isContinued || problems.some(problem => contains(span, problem.span));
}

/** Writes another keyword, in the letter case of the one that is there. */
export function replaceKeyword({ text }: Dockerfile, { keywordSpan }: Instruction, keyword: string): Edit {
  const written = text.slice(...keywordSpan);
  return { span: keywordSpan, text: written === written.toLowerCase() ? keyword.toLowerCase() : keyword };
}

/** Writes a whole line above an instruction and the comments that belong to it, indented as it is. */
export function insertAboveComments(dockerfile: Dockerfile, instruction: Instruction, added: string): Edit {
  const indent = indentOf(dockerfile, instruction);
  const start = lineStart(dockerfile, instruction.comments[0]?.line ?? instruction.firstLine);
  return { span: [start, start], text: `${indent}${added}${lineEnd(dockerfile)}` };
}
