import type { ShellCommand, ShellWord } from './model.ts';

/** What a tar command unpacks. */
export interface Extraction {
  readonly command: ShellCommand;
  readonly archive: ShellWord;
  /** The folder of `-C`; undefined where it is the working directory. */
  readonly folder: ShellWord | undefined;
  /** True where it does nothing but unpack all of the archive as it is. */
  readonly isWhole: boolean;
}

// Letters without effect on what comes out; tar run as root keeps owners and modes anyway.
const PLAIN = /^[xvzjJfap]+$/;
const PLAIN_NAMES: readonly string[] = ['extract', 'get', 'verbose', 'gzip', 'bzip2', 'xz', 'preserve-permissions'];

interface Draft {
  archive: ShellWord | undefined;
  folder: ShellWord | undefined;
  extracts: boolean;
  isWhole: boolean;
}

/** What commands unpack from files, by the archive's base name. */
export function extractionsIn(commands: readonly ShellCommand[]): ReadonlyMap<string, readonly Extraction[]> {
  const found = new Map<string, Extraction[]>();
  for (const extraction of commands.flatMap(command => tarExtraction(command) ?? [])) {
    const path = extraction.archive.unquoted;
    const name = path.slice(path.lastIndexOf('/') + 1);
    const same = found.get(name);
    if (same === undefined) found.set(name, [extraction]);
    else same.push(extraction);
  }
  return found;
}

/** What `tar -x` unpacks from a file; undefined for any other command. */
function tarExtraction(command: ShellCommand): Extraction | undefined {
  const { name, words } = command;
  if (name !== 'tar' && name !== 'bsdtar') return undefined;
  const draft: Draft = { archive: undefined, folder: undefined, extracts: false, isWhole: true };
  const rest = words.slice(1);
  for (let index = 0; index < rest.length; index++) {
    const text = rest[index]?.unquoted ?? '';
    const isOld = index === 0 && /^[A-Za-z]+$/.test(text);
    if (text.startsWith('--')) index += longOption(draft, text.slice(2), rest[index + 1]);
    else if (isOld || /^-[A-Za-z]+$/.test(text)) index += letters(draft, text.replace('-', ''), rest.slice(index + 1));
    else draft.isWhole = false;
  }
  const { archive, folder, extracts, isWhole } = draft;
  return extracts && archive !== undefined ? { command, archive, folder, isWhole } : undefined;
}

/** Reads letters given together; each of those that take a value takes one of the next words, in their order. */
function letters(draft: Draft, text: string, next: readonly ShellWord[]): number {
  let taken = 0;
  if (text.includes('x')) draft.extracts = true;
  for (const letter of text) {
    if (letter === 'f') draft.archive = next[taken++];
    else if (letter === 'C') draft.folder = next[taken++];
    else if (!PLAIN.test(letter)) draft.isWhole = false;
  }
  return taken;
}

function longOption(draft: Draft, option: string, next: ShellWord | undefined): number {
  const [name = ''] = option.split('=', 1);
  const isJoined = option.includes('=');
  if (name === 'extract' || name === 'get') draft.extracts = true;
  if (!isJoined && name === 'file') draft.archive = next;
  else if (!isJoined && name === 'directory') draft.folder = next;
  else {
    if (!PLAIN_NAMES.includes(name)) draft.isWhole = false;
    return 0;
  }
  return 1;
}
