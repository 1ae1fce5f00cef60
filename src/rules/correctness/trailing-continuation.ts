import type { Dockerfile, Instruction } from '../../dockerfile/model.ts';
import { defineRule } from '../../engine/rule.ts';
import { scriptsOf } from '../../shell/script.ts';
import type { Span } from '../../text/span.ts';

const KEYWORD =
  /^[ \t]*(ADD|ARG|CMD|COPY|ENTRYPOINT|ENV|EXPOSE|FROM|HEALTHCHECK|LABEL|ONBUILD|RUN|SHELL|STOPSIGNAL|USER|VOLUME|WORKDIR)[ \t]+[^\s=|&;)]/;

/** Blanks behind a backslash that are looked at. */
const LONGEST_LOOK = 100;

export default defineRule({
  id: 'trailing-continuation',
  summary: 'No line continuation swallows the next instruction',
  category: 'correctness',
  severity: 'error',
  applies: 'any',

  messages: {
    swallows: 'This line continuation makes `{keyword}` in line {line} an argument of the {instruction} above it.',
    blanks: 'Blanks follow this backslash, so the shell reads an escaped blank here and ends the command.',
  },

  check(dockerfile, report) {
    for (const instruction of dockerfile.instructions) {
      if (instruction.firstLine === instruction.lastLine || instruction.keyword === 'ONBUILD') continue;
      const found = swallowed(dockerfile, instruction);
      if (found !== undefined) {
        const { at, keyword, line } = found;
        report('swallows', { at, data: { keyword, line: String(line), instruction: instruction.keyword } });
      }
      for (const at of escapedBlanks(dockerfile, instruction)) report('blanks', { at });
    }
  },
});

/** The first continued line that begins as an instruction does, outside quotes and no deeper than the instruction itself. */
function swallowed({ text, lines, escape }: Dockerfile, instruction: Instruction) {
  const left = instruction.span[0] - lines.start(instruction.firstLine);
  const skipped = new Set([
    ...instruction.innerComments.map(({ line }) => line),
    ...instruction.emptyLines.map(([at]) => lines.position(at).line),
  ]);
  const last = lines.position(
    Math.max(instruction.keywordSpan[1], instruction.body.sourceOffset(instruction.body.text.length)),
  ).line;
  let [quote, above] = ['', instruction.firstLine];
  for (let line = instruction.firstLine; line <= last; line++) {
    if (skipped.has(line)) continue;
    const written = text.slice(lines.start(line), lines.end(line));
    const keyword = KEYWORD.exec(written)?.[1];
    const isStart = line > instruction.firstLine && quote === '' && written.search(/\S/) <= left;
    if (keyword !== undefined && isStart && !(instruction.keyword === 'HEALTHCHECK' && keyword === 'CMD')) {
      const at = text.lastIndexOf(escape, lines.end(above));
      return { at: [at, at + 1] as const, keyword, line };
    }
    quote = quoteAfter(written, quote, escape);
    above = line;
  }
  return undefined;
}

/** The quote that is open behind a line. */
function quoteAfter(line: string, before: string, escape: string): string {
  let quote = before;
  for (let at = 0; at < line.length; at++) {
    const character = line.charAt(at);
    if (character === escape && quote !== "'") at++;
    else if (quote === '' && (character === '"' || character === "'")) quote = character;
    else if (character === quote) quote = '';
  }
  return quote;
}

/** `\ ` at the end of a line of a heredoc that a shell reads. BuildKit's own continuations allow blanks behind the escape. */
function escapedBlanks({ text }: Dockerfile, instruction: Instruction): readonly Span[] {
  return scriptsOf(instruction)
    .filter(({ isHeredoc }) => isHeredoc)
    .flatMap(({ commands }) => commands.flatMap(({ words }) => words))
    .map(({ span: [, end] }) => end - 2)
    .filter(at => /^\\[ \t]+\r?\n/.test(text.slice(at, at + LONGEST_LOOK)))
    .map((at): Span => [at, at + 1]);
}
