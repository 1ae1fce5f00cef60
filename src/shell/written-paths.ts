import { downloadedFile } from './downloaded-files.ts';
import { parseArguments } from './flags.ts';
import { flags } from './managers/manager.ts';
import type { ShellCommand, ShellWord } from './model.ts';

/** A file or folder that a command makes or changes. */
export interface WrittenPath {
  /** As written, without quotes; expansions stand as they are. */
  readonly path: string;
  readonly word: ShellWord;
}

interface Writer {
  /** Which of its operands it writes: all, the last, or those behind the first. */
  readonly writes: 'all' | 'last' | 'rest';
  readonly valueFlags: readonly string[];
}

const WRITERS: ReadonlyMap<string, Writer> = new Map([
  ['mkdir', { writes: 'all', valueFlags: flags('-m --mode') }],
  ['touch', { writes: 'all', valueFlags: flags('-d -r -t --date --reference --time') }],
  ['truncate', { writes: 'all', valueFlags: flags('-s -r --size --reference') }],
  ['tee', { writes: 'all', valueFlags: [] }],
  ['chown', { writes: 'rest', valueFlags: flags('--from') }],
  ['chgrp', { writes: 'rest', valueFlags: [] }],
  ['chmod', { writes: 'rest', valueFlags: [] }],
  ['cp', { writes: 'last', valueFlags: flags('-S --suffix') }],
  ['mv', { writes: 'last', valueFlags: flags('-S --suffix') }],
  ['ln', { writes: 'last', valueFlags: flags('-S --suffix') }],
  ['install', { writes: 'last', valueFlags: flags('-g -m -o -S --group --mode --owner --suffix') }],
]);

/** What a command writes, by its operands, its redirections, or `-o` of curl and wget; nothing where its flags hide that. */
export function writtenPaths(command: ShellCommand): readonly WrittenPath[] {
  const download = downloadedFile(command);
  const redirected = command.redirects.flatMap(({ operator, target }) =>
    target !== undefined && /^(?:&?>>?|>\|)$/.test(operator) ? target : [],
  );
  const words = [...operandsOf(command), ...redirected].map(word => ({ path: word.unquoted, word }));
  return download === undefined || redirected.includes(download.word) ? words : [...words, download];
}

function operandsOf({ name, words }: ShellCommand): readonly ShellWord[] {
  const writer = WRITERS.get(name ?? '');
  if (writer === undefined) return [];
  const { flags: given, operands } = parseArguments(words.slice(1), writer);
  // `-t DIR` and `--reference` turn the operands round.
  if (given.some(flag => /^(?:-t|--target-directory|--reference)$/.test(flag.name)) && name !== 'touch') return [];
  if (writer.writes === 'all') return operands;
  if (writer.writes === 'rest') return operands.slice(1);
  return operands.length > 1 || name === 'install' ? operands.slice(-1) : [];
}
