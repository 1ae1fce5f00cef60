import { DockerfileParser, type Dockerfile as SyntaxTree } from 'dockerfile-ast';
import type { Comment, Dockerfile, Instruction } from '../../src/dockerfile/model.ts';
import { applyEdits, type Edit } from '../../src/text/span.ts';

/**
 * The tree of dockerfile-ast over the same offsets. It is parsed from a copy in which what it reads otherwise than
 * BuildKit is masked: ask it for instructions, keywords, ranges and comments, not for contents.
 */
export function syntaxTreeOf(dockerfile: Dockerfile): SyntaxTree {
  return DockerfileParser.parse(maskedText(dockerfile));
}

/** A copy of the same length and lines in which dockerfile-ast finds the instructions that BuildKit finds. */
function maskedText({ text, comments, instructions, escape }: Dockerfile): string {
  const [head = text.length] = instructions[0]?.span ?? [];
  const bom: readonly Edit[] = text.startsWith('\uFEFF') ? [{ span: [0, 1], text: ' ' }] : [];
  return applyEdits(text, [
    ...bom,
    ...comments.filter(({ span }) => span[0] < head).map(comment => maskedComment(text, comment)),
    ...instructions.map(instruction => maskedInstruction(text, instruction, escape)),
  ]);
}

/** It takes any comment with an equals sign at the head of the file for a directive. */
function maskedComment(text: string, { span }: Comment): Edit {
  return { span, text: text.slice(...span).replaceAll('=', '-') };
}

/** Heredocs, the comments and empty lines in a continuation, and an escape character at the end that continues nothing. */
function maskedInstruction(
  text: string,
  { span, heredocs, innerComments, emptyLines }: Instruction,
  escape: string,
): Edit {
  const bodies = heredocs[0]?.bodySpan[0] ?? span[1];
  const dropped = [...innerComments.map(comment => comment.span), ...emptyLines].filter(([, end]) => end <= bodies);
  const line = text.slice(span[0], bodies);
  const blanked = applyEdits(
    line,
    dropped.map(([start, end]) => ({ span: [start - span[0], end - span[0]], text: blank(text.slice(start, end)) })),
  );
  const last = blanked.trimEnd();
  const ended = last.endsWith(escape) ? `${last.slice(0, -1)}x${blanked.slice(last.length)}` : blanked;
  return { span, text: ended.replaceAll('<<', 'xx') + blank(text.slice(bodies, span[1])) };
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}
