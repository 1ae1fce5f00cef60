import type { Dockerfile, RunInstruction } from '../../dockerfile/model.ts';
import type { ShellCommand } from '../../shell/model.ts';
import { applyEdits, type Edit, type Span } from '../../text/span.ts';

/** The text of a RUN after edits at places of the Dockerfile; lines end with `\n`. */
export function editRun({ text }: Dockerfile, run: RunInstruction, edits: readonly Edit[]): string {
  const [start, end] = run.span;
  const local = edits.map(({ span, text: written }) => ({
    span: [span[0] - start, span[1] - start] as const,
    text: written,
  }));
  return applyEdits(text.slice(start, end), local).replaceAll('\r\n', '\n');
}

/** Takes words out, each with the blanks or the continuation before it. */
export function dropWords({ text, escape }: Dockerfile, spans: readonly Span[]): Edit[] {
  return spans.map(([start, end]) => ({ span: [blanksBefore(text, start, escape), end], text: '' }));
}

function blanksBefore(text: string, start: number, escape: string): number {
  let at = start;
  for (;;) {
    const before = text[at - 1] ?? '';
    if (before === ' ' || before === '\t') at--;
    else if (before === '\n' && text.slice(0, at).trimEnd().endsWith(escape))
      at = text.slice(0, at).trimEnd().length - 1;
    else return at;
  }
}

/** True where the commands of a RUN are one list joined by `&&`, `;` or line ends, so that each can be taken out. */
export function isPlainList(commands: readonly ShellCommand[]): boolean {
  return commands.every(
    ({ within, before, after }) =>
      within.length === 0 && [before, after].every(joint => joint === undefined || joint === '&&' || joint === ';'),
  );
}

/** Takes commands out of a plain list with the operators that joined them. */
export function dropCommands(commands: readonly ShellCommand[], drop: ReadonlySet<ShellCommand>): Edit[] {
  const edits: Edit[] = [];
  let lastKept: ShellCommand | undefined;
  for (const [index, command] of commands.entries()) {
    if (!drop.has(command)) {
      lastKept = command;
      continue;
    }
    const next = commands[index + 1];
    if (next !== undefined && lastKept === undefined) edits.push({ span: [command.span[0], next.span[0]], text: '' });
    else edits.push({ span: [(commands[index - 1] ?? command).span[1], command.span[1]], text: '' });
  }
  return edits;
}

/** Writes flags behind the keyword, and the command on a line of its own where it was on the same one. */
export function addFlags(
  { text, escape }: Dockerfile,
  run: RunInstruction,
  flags: readonly string[],
  indent: string,
): Edit[] {
  if (flags.length === 0) return [];
  const at = run.flags.at(-1)?.span[1] ?? run.keywordSpan[1];
  const blanks = /^[ \t]*/.exec(text.slice(at))?.[0].length ?? 0;
  const breaks = text[at + blanks] === escape && /^[ \t]*\r?\n/.test(text.slice(at + blanks + 1));
  const written = ` ${flags.join(` ${escape}\n${indent}`)}`;
  return [{ span: [at, at + blanks], text: breaks ? `${written} ` : `${written} ${escape}\n${indent}` }];
}

/** The blanks that the file begins continued lines with; four where it has none. */
export function indentOf({ text, escape }: Dockerfile): string {
  const continued = escape === '`' ? /`[ \t]*\r?\n([ \t]+)\S/ : /\\[ \t]*\r?\n([ \t]+)\S/;
  return continued.exec(text)?.[1] ?? '    ';
}
