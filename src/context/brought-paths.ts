import { copiedPaths } from './copied-paths.ts';
import type { CopyInstruction, Instruction, RunInstruction } from '../dockerfile/model.ts';
import { expand } from '../dockerfile/variables.ts';
import { commandsOf, indexOf } from '../shell/commands.ts';
import { downloadedFile } from '../shell/downloaded-files.ts';
import { parseArguments } from '../shell/flags.ts';
import { flags } from '../shell/managers/manager.ts';
import type { Enclosure, ShellCommand } from '../shell/model.ts';
import { removedPaths } from '../shell/removals.ts';
import { memoMap } from '../text/memo-map.ts';
import { pathAt } from '../images/run-paths.ts';
import { withoutTrailing } from '../text/endings.ts';

/** A file or folder that an instruction puts into its layer. */
export interface Brought {
  /** Absolute. */
  readonly path: string;
  readonly instruction: Instruction;
  /** In the build context, where it comes from there. */
  readonly source: string | undefined;
}

/** What COPY and ADD copy, and what a RUN downloads or clones and does not remove or move, to places that are known. */
export function broughtBy(instruction: Instruction): readonly Brought[] {
  if (instruction.keyword === 'COPY' || instruction.keyword === 'ADD') return copied(instruction);
  return instruction.keyword === 'RUN' ? commandsOf(instruction).flatMap(command => fetched(instruction, command)) : [];
}

/** What a command fetches for sure, to no mount, and what the rest of its RUN leaves there. */
function fetched(run: RunInstruction, command: ShellCommand): readonly Brought[] {
  const written = downloadedFile(command)?.path ?? cloned(command);
  const path = written === undefined ? undefined : pathAt(command, written);
  if (path === undefined || run.mounts.length > 0 || command.within.some(one => UNSURE.includes(one))) return [];
  const isLeft = lastTaking(command.script.instruction) <= indexOf(command);
  return isLeft ? [{ path, instruction: run, source: undefined }] : [];
}

const memo = memoMap<Instruction, number>();

/** The place of the last command that moves or removes files. */
function lastTaking(instruction: Instruction): number {
  const known = memo.get(instruction);
  if (known !== undefined) return known;
  const found = commandsOf(instruction).findLastIndex(
    command => command.name === 'mv' || removedPaths(command).length > 0,
  );
  memo.set(instruction, found);
  return found;
}

const UNSURE: readonly Enclosure[] = ['if', 'case', 'while', 'function'];

function copied(copy: CopyInstruction): readonly Brought[] {
  const isLocal = copy.from === undefined;
  return copiedPaths(copy).map(({ source, file, folder }) => {
    const written = expand(copy, source).value ?? '';
    const isContent = /(?:^|\/)\.{0,2}$/.test(written);
    return {
      path: isContent ? folder : file,
      instruction: copy,
      source: isLocal ? withoutTrailing(written.replace(/^\.?\//, ''), '/') : undefined,
    };
  });
}

const GIT_CLONE = {
  valueFlags: flags('-C -c -b --branch --depth -o --origin -u --reference --filter --config --template -j --jobs'),
};

/** The folder that `git clone` makes. */
function cloned({ name, words }: ShellCommand): string | undefined {
  if (name !== 'git') return undefined;
  const [subcommand, url, folder] = parseArguments(words.slice(1), GIT_CLONE).operands;
  if (subcommand?.unquoted !== 'clone' || url === undefined) return undefined;
  if (folder !== undefined) return folder.unquoted;
  const path = url.unquoted.replace(/\/$/, '');
  const last = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf(':')) + 1);
  return last === '' ? undefined : last.replace(/(?!^)\.git$/, '');
}
