import type { BuildContext } from '../context/build-context.ts';
import { wholeOf } from '../dockerfile/build-file.ts';
import type { Dockerfile, Stage } from '../dockerfile/model.ts';
import type { Fix } from '../engine/rule.ts';
import { insertBelow, lineEnd } from '../fixers/instructions.ts';
import { movedCopy, movedCopyInto } from './parts/moved-copy.ts';
import { describe } from './project.ts';

/** Copies what a stage's install reads in the place of the source, and the source behind it, in the smallest edits. */
export function manifestsFirst(dockerfile: Dockerfile, context: BuildContext, stage: Stage): Fix | undefined {
  const options = { runtime: 'same', assume: [], targetEngine: 'buildkit', date: '', path: 'Dockerfile' } as const;
  const project = describe(wholeOf(dockerfile), context, options);
  const facts = project?.stages[stage.index];
  if (project === undefined || facts === undefined) return undefined;
  const whole = movedCopy(project, facts);
  const parts = whole === undefined ? movedCopyInto(project, facts) : undefined;
  const move = whole ?? parts?.move;
  if (move === undefined) return undefined;

  const { instruction } = move.copy;
  const { text } = dockerfile;
  const copied = text.slice(...instruction.span);
  const indent = text.slice(dockerfile.lines.start(instruction.firstLine), instruction.span[0]).replace('\uFEFF', '');
  const end = lineEnd(dockerfile);
  const first = { span: instruction.span, text: move.copies.join(end + indent) };
  const second =
    parts === undefined
      ? insertBelow(dockerfile, move.behind.instruction, [copied])
      : { ...parts.divided, text: `${end}${indent}${copied}${parts.divided.text.replaceAll('\n', end + indent)}` };
  return second && { title: `Copy ${move.manifests.join(', ')} first`, safety: 'unsafe', edits: [first, second] };
}
