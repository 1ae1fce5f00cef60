import { copiedPaths } from '../context/copied-paths.ts';
import type { CopyInstruction, Instruction } from '../dockerfile/model.ts';
import { expand } from '../dockerfile/variables.ts';
import { commandsOf } from '../shell/commands.ts';
import { downloadedFile } from '../shell/downloaded-files.ts';
import { parseArguments } from '../shell/flags.ts';
import { runOf, isMounted } from '../shell/kept-caches.ts';
import { flags } from '../shell/managers/manager.ts';
import type { ShellCommand } from '../shell/model.ts';
import { pathAt } from './run-paths.ts';
import { stateAt } from './state.ts';

/** A file or folder that an instruction puts into its layer. */
export interface Brought {
  /** Absolute. */
  readonly path: string;
  readonly instruction: Instruction;
  /** In the build context, where it comes from there. */
  readonly source: string | undefined;
}

/** What COPY and ADD copy, and what a RUN downloads or clones, to places that are known. */
export function broughtBy(instruction: Instruction): readonly Brought[] {
  if (instruction.keyword === 'COPY' || instruction.keyword === 'ADD') return copied(instruction);
  if (instruction.keyword !== 'RUN') return [];
  return commandsOf(instruction).flatMap(command => {
    const written = downloadedFile(command)?.path ?? cloned(command);
    const path = written === undefined ? undefined : pathAt(command, written);
    const isKept = path !== undefined && runOf(instruction)?.mounts.length === 0;
    return isKept && !isMounted(instruction, path) ? [{ path, instruction, source: undefined }] : [];
  });
}

function copied(copy: CopyInstruction): readonly Brought[] {
  const isLocal = copy.from === undefined;
  return (copiedPaths(copy, stateAt(copy)?.workdir) ?? []).map(({ source, file, folder }) => {
    const written = expand(copy, source).value ?? '';
    const isContent = /(?:^|\/)\.{0,2}$/.test(written);
    return {
      path: isContent ? folder : file,
      instruction: copy,
      source: isLocal ? written.replace(/^\.?\//, '') : undefined,
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
  return folder?.unquoted ?? /([^/:]+?)(?:\.git)?\/?$/.exec(url.unquoted)?.[1];
}
