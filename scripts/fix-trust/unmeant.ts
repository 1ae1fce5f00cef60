import type { Instruction } from '../../src/dockerfile/model.ts';
import { parseDockerfile } from '../../src/dockerfile/parse.ts';
import type { Step } from '../../src/engine/fix.ts';
import { applyEdits, clash, type Edit } from '../../src/text/span.ts';

/** Instructions that no edit touched and that are not the same after it, as text. */
export function unmeantChanges(steps: readonly Step[]): readonly string[] {
  return steps.flatMap(({ text, repairs }) =>
    changedBesides(
      text,
      repairs.flatMap(({ fix }) => fix.edits),
    ),
  );
}

function changedBesides(text: string, edits: readonly Edit[]): readonly string[] {
  const after = new Map(parseDockerfile(applyEdits(text, edits)).instructions.map(one => [one.span[0], one]));
  return parseDockerfile(text)
    .instructions.filter(({ span }) => !edits.some(edit => clash(edit.span, span)))
    .filter(one => signature(after.get(moved(one.span[0], edits))) !== signature(one))
    .map(({ span }) => text.slice(...span));
}

/** Where an offset that no edit touches comes to stand. */
function moved(offset: number, edits: readonly Edit[]): number {
  const before = edits.filter(({ span }) => span[1] <= offset);
  return before.reduce((at, { span, text }) => at + text.length - (span[1] - span[0]), offset);
}

/** What an instruction says, wherever it stands. */
function signature(instruction: Instruction | undefined): string {
  if (instruction === undefined) return '';
  const { keyword, json, flags, args, heredocs } = instruction;
  return JSON.stringify([
    keyword,
    json,
    flags.map(f => [f.name, f.value]),
    args.map(a => a.text),
    heredocs.map(h => h.body.text),
  ]);
}
