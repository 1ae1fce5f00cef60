import type { Step } from '../../src/engine/fix.ts';
import { linesOf } from '../../src/text/lines.ts';
import { applyEdits, type Edit } from '../../src/text/span.ts';
import type { Ask, ReadInstruction } from './oracle.ts';

/** Instructions, as BuildKit reads them, on whose lines no fix edited anything, and that a pass altered or took away even so. */
export function unmeantChanges(steps: readonly Step[], ask: Ask): readonly string[] {
  return steps.flatMap(({ text, repairs }) => {
    const edits = repairs.flatMap(({ fix }) => fix.edits);
    const [before, after] = ask([text, applyEdits(text, edits)]);
    if (before?.rejected !== undefined || after?.rejected !== undefined) return [];
    const touches = edits.map(edit => touchOf(text, edit));
    const left = (before?.instructions ?? []).filter(one => !touches.some(touch => touch(one)));
    return missing(left, after?.instructions ?? []);
  });
}

/** What BuildKit reads of texts that steps lead to is asked for all at once, which is faster. */
export function textsOf(steps: readonly Step[]): readonly string[] {
  return steps.flatMap(({ text, repairs }) => [
    text,
    applyEdits(
      text,
      repairs.flatMap(({ fix }) => fix.edits),
    ),
  ]);
}

type Touch = (instruction: Pick<ReadInstruction, 'start' | 'end'>) => boolean;

/** Tells which instructions an edit is on. Whole lines that are put before one, or taken out, are not on the next. */
function touchOf(text: string, { span: [from, to], text: written }: Edit): Touch {
  const lines = linesOf(text);
  const first = lines.position(from).line;
  const last = lines.position(to).line;
  const isWhole = (written === '' || written.endsWith('\n')) && lines.start(last) === to && lines.start(first) === from;
  return ({ start, end }) => start <= (isWhole ? last - 1 : last) && first <= end;
}

/** Those of the first that the second has not in the same order. */
function missing(wanted: readonly ReadInstruction[], found: readonly ReadInstruction[]): readonly string[] {
  let at = 0;
  return wanted
    .filter(({ meaning }) => {
      const next = found.findIndex((one, index) => index >= at && one.meaning === meaning);
      if (next !== -1) at = next + 1;
      return next === -1;
    })
    .map(({ meaning }) => meaning);
}
