import type { CopyInstruction, Dockerfile, Instruction } from '../dockerfile/model.ts';
import type { Fix } from '../engine/rule.ts';
import { commandsOf } from '../shell/commands.ts';
import type { ShellCommand } from '../shell/model.ts';
import { removedPaths } from '../shell/removals.ts';
import { addFlag } from './instruction-flags.ts';
import { removeInstruction } from './instructions.ts';
import { dropCommand } from './run-commands.ts';

/** A path that a COPY brings. */
export interface CopiedThing {
  readonly path: string;
  readonly instruction: Instruction;
}

/**
 * Mounts into a RUN what a COPY brought for it alone, in place of copying and removing it.
 * Undefined where the COPY brings or says more than one thing, or where anything else names it.
 */
export function bindInstead(dockerfile: Dockerfile, thing: CopiedThing, removal: ShellCommand): Fix | undefined {
  const { instruction: copy } = thing;
  const run = removal.script.instruction;
  if (copy.keyword !== 'COPY' || !isBare(copy) || removedPaths(removal).join() !== thing.path) return undefined;
  if (!isUsedOnlyBy(run, copy, thing.path) || /[\s,$"']/.test(thing.path)) return undefined;
  const drop = dropCommand(dockerfile, removal);
  const mount = mountOf(copy, thing.path);
  if (drop === undefined || mount === undefined || run.flags.length > 0) return undefined;
  return {
    title: `Mount ${thing.path} in place of copying it`,
    safety: 'unsafe',
    edits: [removeInstruction(dockerfile, copy), addFlag(run, mount), drop],
  };
}

function isBare({ sources, flags, heredocs, from, comments, innerComments }: CopyInstruction): boolean {
  const isAlone = sources.length === 1 && heredocs.length === 0 && comments.length + innerComments.length === 0;
  return isAlone && flags.every(flag => flag === from);
}

function mountOf({ sources: [source], from }: CopyInstruction, target: string): string | undefined {
  if (source === undefined || /[\s,$"'*?[]/.test(source.text) || /[\s,$"']/.test(from?.value ?? '')) return undefined;
  const options = [from && `from=${from.value ?? ''}`, `source=${source.text}`, `target=${target}`];
  return `--mount=type=bind,${options.filter(option => option !== undefined).join(',')}`;
}

/** The RUN follows the COPY at once, and nothing behind it names the path. */
function isUsedOnlyBy(run: Instruction, copy: Instruction, path: string): boolean {
  const all = run.stage?.instructions ?? [];
  const at = all.indexOf(run);
  if (at === -1 || all[at - 1] !== copy || run.heredocs.length > 0) return false;
  const isNamed = commandsOf(run).some(({ words }) => words.some(({ unquoted }) => unquoted.includes(path)));
  return isNamed && all.slice(at + 1).every(({ body }) => !body.text.includes(path));
}
