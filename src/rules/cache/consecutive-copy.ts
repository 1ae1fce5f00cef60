import type { CopyInstruction, Dockerfile, Instruction } from '../../dockerfile/model.ts';
import { defineRule, type Fix } from '../../engine/rule.ts';
import { removeInstruction } from '../../fixers/instructions.ts';

export default defineRule({
  id: 'consecutive-copy',
  summary: 'Copy to one folder in one instruction',
  category: 'cache',
  severity: 'info',
  recommended: false,
  applies: 'any',
  fixable: 'unsafe',

  messages: {
    consecutive: 'This {keyword} goes to `{folder}` like the one in line {line}: the two make a layer each.',
  },

  check(dockerfile, report) {
    for (const [index, copy] of dockerfile.instructions.entries()) {
      const before = dockerfile.instructions[index - 1];
      if (before === undefined || !isIntoFolder(copy) || !isIntoFolder(before) || !areAlike(before, copy)) continue;
      report('consecutive', {
        at: copy.keywordSpan,
        data: { keyword: copy.keyword, folder: copy.destination?.text ?? '', line: String(before.firstLine) },
        fix: merged(dockerfile, before, copy),
      });
    }
  },
});

function isIntoFolder(instruction: Instruction): instruction is CopyInstruction {
  return (
    (instruction.keyword === 'COPY' || instruction.keyword === 'ADD') &&
    instruction.heredocs.length === 0 &&
    /(?:^|\/)\.?\/?$/.test(instruction.destination?.text ?? 'none')
  );
}

function areAlike(a: CopyInstruction, b: CopyInstruction): boolean {
  const [one, other] = [a, b].map(({ keyword, flags, destination }) =>
    [
      keyword,
      destination?.text.replace(/\/$/, ''),
      ...flags.map(({ name, value }) => `${name}=${value ?? ''}`).toSorted(),
    ].join(' '),
  );
  return one === other;
}

/** The sources of the second behind those of the first, where both are plainly written. */
function merged(dockerfile: Dockerfile, first: CopyInstruction, second: CopyInstruction): Fix | undefined {
  const last = first.sources.at(-1);
  const ends = [second.sources[0]?.span[0], second.sources.at(-1)?.span[1]];
  const [start, end] = ends;
  if (last === undefined || start === undefined || end === undefined || first.json || second.json) return undefined;
  const sources = dockerfile.text.slice(start, end);
  // The folder needs its slash once there are several.
  const isFolder = first.destination?.text.endsWith('/') === true || first.destination?.text === '.';
  if (sources.includes('\n') || second.comments.length > 0 || !isFolder) return undefined;
  return {
    title: 'Make it one instruction',
    safety: 'unsafe',
    edits: [{ span: [last.span[1], last.span[1]], text: ` ${sources}` }, removeInstruction(dockerfile, second)],
  };
}
