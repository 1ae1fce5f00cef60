import { linesOf } from '../text/lines.ts';
import { mappedText } from '../text/mapped-text.ts';
import { splitCommand, type Command } from './command.ts';
import { heredocMarkers, type HeredocMarker } from './heredocs.ts';
import { instructionOf } from './instructions.ts';
import type { ArgInstruction, Dockerfile, Heredoc, Instruction, ParseOptions, Problem, Stage } from './model.ts';
import { commandProblems } from './problems/command-problems.ts';
import { fileProblems } from './problems/file-problems.ts';
import { fromProblems } from './problems/from-problems.ts';
import { stageReferenceProblems } from './problems/stage-reference-problems.ts';
import { triggerProblems } from './problems/trigger-problems.ts';
import { valueProblems } from './problems/value-problems.ts';
import { readerOf, type HeredocLines, type LogicalLine, type Reader } from './reader.ts';
import { buildStages } from './stages.ts';

/**
 * The model of a Dockerfile, whatever the text: what BuildKit rejects is among the problems, and the rest is there.
 * Takes time linear in the length of the text; never throws.
 */
export function parseDockerfile(text: string, options: ParseOptions = {}): Dockerfile {
  const reader = readerOf(text);
  const instructions: Instruction[] = [];
  const problems: Problem[] = [];
  for (let line = reader.next(); line !== undefined; line = reader.next()) {
    instructions.push(readInstruction(text, reader, line, instructions.length, problems));
  }
  const stages = buildStages(instructions, options, { comments: reader.comments, escape: reader.escape() });
  setStages(stages);

  const dockerfile: Dockerfile = {
    text,
    lines: linesOf(text),
    escape: reader.escape(),
    directives: reader.directives,
    comments: reader.comments,
    instructions,
    globals: globalsOf(instructions),
    stages,
    problems: [],
    options,
  };
  const all = [
    ...reader.problems,
    ...problems,
    ...fileProblems(dockerfile),
    ...fromProblems(dockerfile),
    ...stageReferenceProblems(dockerfile),
    ...valueProblems(dockerfile),
    ...triggerProblems(dockerfile),
  ];
  return { ...dockerfile, problems: all.toSorted((a, b) => a.span[0] - b.span[0]) };
}

function readInstruction(
  text: string,
  reader: Reader,
  line: LogicalLine,
  index: number,
  problems: Problem[],
): Instruction {
  const command = splitCommand(line.text, reader.escape());
  const heredocs: Heredoc[] = [];
  let { span, lastLine } = line;
  for (const marker of canHaveHeredocs(command, reader.escape()) ? heredocMarkers(line.text) : []) {
    const lines = reader.heredoc(marker.name, marker.chomp);
    heredocs.push(heredocOf(text, marker, lines));
    span = [span[0], lines.closed?.[1] ?? lines.bodySpan[1]];
    ({ lastLine } = lines);
    if (lines.closed === undefined) problems.push(unterminated(marker));
  }
  for (const problem of commandProblems(command, reader.escape())) problems.push(problem);
  const { firstLine, comments, innerComments, emptyLines } = line;
  const around = { span, firstLine, lastLine, heredocs, comments, innerComments, emptyLines, index, inOnbuild: false };
  return instructionOf(command, around, reader.escape());
}

function canHaveHeredocs(command: Command, escape: string): boolean {
  const inner = command.keyword === 'ONBUILD' ? splitCommand(command.body, escape) : command;
  return ['ADD', 'COPY', 'RUN'].includes(inner.keyword) && inner.json?.kind !== 'strings';
}

function heredocOf(text: string, marker: HeredocMarker, { bodySpan }: HeredocLines): Heredoc {
  return {
    ...marker,
    bodySpan,
    body: mappedText([{ text: text.slice(...bodySpan), source: bodySpan[0] }], bodySpan[0]),
  };
}

function unterminated({ name, span }: HeredocMarker): Problem {
  return {
    kind: 'syntax',
    message: `The heredoc \`${name}\` is not closed: no line below is \`${name}\` alone.`,
    span,
  };
}

function globalsOf(instructions: readonly Instruction[]): readonly ArgInstruction[] {
  const first = instructions.findIndex(({ keyword }) => keyword === 'FROM');
  const before = first === -1 ? instructions : instructions.slice(0, first);
  return before.filter(instruction => instruction.keyword === 'ARG');
}

/** Ties each instruction, and what an ONBUILD wraps, to its stage: the one place where the model is written to. */
function setStages(stages: readonly Stage[]): void {
  for (const stage of stages) {
    for (const instruction of [stage.from, ...stage.instructions]) {
      setStage(instruction, stage);
      if (instruction.keyword === 'ONBUILD' && instruction.inner !== undefined) setStage(instruction.inner, stage);
    }
  }
}

function setStage(instruction: { stage: Stage | undefined }, stage: Stage): void {
  instruction.stage = stage;
}
