import type { Dockerfile, Instruction } from '../../dockerfile/model.ts';
import { defineRule, type Fix } from '../../engine/rule.ts';
import { insertCommand } from '../../fixers/run-commands.ts';
import { pathAt } from '../../images/run-paths.ts';
import { commandsOf, indexOf } from '../../shell/commands.ts';
import { downloadedFile, type DownloadedFile } from '../../shell/downloaded-files.ts';
import { isMounted, runOf } from '../../shell/kept-caches.ts';
import type { ShellCommand } from '../../shell/model.ts';
import { removedPaths, takesAlong } from '../../shell/removals.ts';
import { matchesWhole } from '../../text/glob.ts';
import { memoMap } from '../../text/memo-map.ts';

const ARCHIVE = /\.(?:tar(?:\.\w+)?|t[gbx]z2?|zip|7z|deb|rpm)$/;
/** Programs that read such a file and leave it there. */
const READERS = /^(?:tar|bsdtar|unzip|7z[ar]?|dpkg|rpm|apt|apt-get|yum|dnf|microdnf|zypper)$/;

export default defineRule({
  id: 'download-kept',
  summary: 'Remove a downloaded archive in the RUN that unpacks it',
  category: 'size',
  severity: 'info',
  applies: 'layers',
  fixable: 'unsafe',

  messages: {
    kept: '`{file}` stays in the layer beside what `{reader}` makes of it.',
  },

  check(dockerfile, report) {
    for (const { instructions } of dockerfile.stages) {
      for (const instruction of instructions) {
        for (const file of commandsOf(instruction).flatMap(command => downloadedFile(command) ?? [])) {
          const reader = ARCHIVE.test(file.path) ? readerOf(file) : undefined;
          if (reader === undefined || isElsewhere(file) || isRemoved(file, instruction, instructions)) continue;
          const data = { file: nameOf(file.path), reader: reader.name ?? '' };
          report('kept', { at: file.word.span, data, fix: fixOf(dockerfile, file, reader) });
        }
      }
    }
  },
});

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** What the commands of an instruction do to files, found in one walk. */
interface FileUses {
  /** The last command that names a file, by the file's name. */
  readonly lastMention: ReadonlyMap<string, ShellCommand>;
  /** What is removed or moved: each path once, with the place of the last command that does it. */
  readonly removals: readonly { readonly path: string; readonly place: string | undefined; readonly index: number }[];
}

const memo = memoMap<Instruction, FileUses>();

function usesIn(instruction: Instruction): FileUses {
  const known = memo.get(instruction);
  if (known !== undefined) return known;
  const lastMention = new Map<string, ShellCommand>();
  const removals = new Map<string, FileUses['removals'][number]>();
  for (const [index, command] of commandsOf(instruction).entries()) {
    const words = command.words.map(({ unquoted }) => unquoted.replace(/^-{1,2}[\w-]*=/, ''));
    for (const word of words) lastMention.set(nameOf(word), command);
    const isMove = command.name === 'mv' || command.name === 'unlink';
    for (const path of isMove ? words.slice(1) : removedPaths(command)) {
      const place = pathAt(command, path);
      removals.set(`${path} ${place ?? ''}`, { path, place, index });
    }
  }
  const uses = { lastMention, removals: [...removals.values()] };
  memo.set(instruction, uses);
  return uses;
}

/** The last command that reads the file, where that is one which leaves it there. */
function readerOf({ command, path }: DownloadedFile): ShellCommand | undefined {
  const last = usesIn(command.script.instruction).lastMention.get(nameOf(path));
  if (last?.name === undefined || !READERS.test(last.name)) return undefined;
  return indexOf(last) > indexOf(command) ? last : undefined;
}

/** On a mount, or perhaps on one. */
function isElsewhere({ command, path }: DownloadedFile): boolean {
  const run = runOf(command.script.instruction);
  if (run === undefined) return true;
  const place = pathAt(command, path);
  return place === undefined ? run.mounts.some(({ type }) => type !== 'bind') : isMounted(run, place);
}

const SYSTEM_CACHE = /^(?:\/var\/(?:lib|cache|log)\/|\/root\/\.cache)/;

/** True where the RUN removes or moves it, or may do so, or where a later one does. */
function isRemoved({ command, path }: DownloadedFile, { index }: Instruction, all: readonly Instruction[]): boolean {
  const place = pathAt(command, path);
  const name = nameOf(path);
  const takes = (removal: FileUses['removals'][number], isUnsure: boolean): boolean => {
    const base = nameOf(removal.path);
    if (base === name || (base.includes('*') && base !== '*' && matchesWhole(base, name))) return true;
    if (removal.place === undefined || place === undefined) return isUnsure && !SYSTEM_CACHE.test(removal.path);
    return takesAlong(removal.place, place) || (isUnsure && removal.path.includes('$'));
  };
  const own = usesIn(command.script.instruction).removals;
  if (own.some(removal => removal.index > indexOf(command) && takes(removal, true))) return true;
  return all.some(later => later.index > index && usesIn(later).removals.some(removal => takes(removal, false)));
}

function fixOf(dockerfile: Dockerfile, { path }: DownloadedFile, reader: ShellCommand): Fix | undefined {
  const word = reader.words.find(({ unquoted }) => nameOf(unquoted) === nameOf(path));
  const edit =
    word === undefined || word.text.includes('*') ? undefined : insertCommand(dockerfile, reader, `rm ${word.text}`);
  return edit && { title: `Remove ${nameOf(path)}`, safety: 'unsafe', edits: [edit] };
}
