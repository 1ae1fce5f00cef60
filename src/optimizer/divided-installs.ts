import { applyEdits, type Edit } from '../text/span.ts';
import { type Act, copiesEverything, doesOnly, type Project } from './project.ts';
import { isPlainList } from './parts/run-text.ts';

/**
 * The file with `RUN npm install && npm run build` as two instructions, where the whole context is copied before it: only
 * then can the source come between them. Undefined where there is nothing to divide.
 */
export function dividedInstalls({ dockerfile, stages }: Project): string | undefined {
  const edits = stages.flatMap(({ acts }) => {
    const copy = acts.findIndex(({ instruction }) => copiesEverything(instruction));
    return copy === -1 ? [] : acts.slice(copy + 1).flatMap(act => division(act) ?? []);
  });
  return edits.length === 0 ? undefined : applyEdits(dockerfile.text, edits);
}

/** The operator behind the last install becomes the start of a RUN of its own. */
export function division(act: Act): Edit | undefined {
  const { instruction, effects } = act;
  if (
    instruction.keyword !== 'RUN' ||
    instruction.json ||
    instruction.flags.length > 0 ||
    instruction.heredocs.length > 0
  )
    return undefined;
  const first = effects.findIndex(({ kind }) => kind !== 'dependencies');
  const [before, after] = [effects[first - 1], effects[first]];
  if (before === undefined || after === undefined || !doesOnly(act, 'dependencies', 'build', 'test')) return undefined;
  const commands = effects.map(({ command }) => command);
  const isList = isPlainList(commands) && commands.every(({ after: joint }) => joint === undefined || joint === '&&');
  if (!isList || effects.slice(first).some(({ kind }) => kind === 'dependencies')) return undefined;
  return { span: [before.command.span[1], after.command.span[0]], text: '\nRUN ' };
}
