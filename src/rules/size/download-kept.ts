import type { Dockerfile, Instruction } from '../../dockerfile/model.ts';
import { defineRule, type Fix } from '../../engine/rule.ts';
import { insertCommand } from '../../fixers/run-commands.ts';
import { pathAt } from '../../images/run-paths.ts';
import { commandsAfter, commandsOf } from '../../shell/commands.ts';
import { downloadedFile, type DownloadedFile } from '../../shell/downloaded-files.ts';
import { isMounted, runOf } from '../../shell/kept-caches.ts';
import type { ShellCommand } from '../../shell/model.ts';
import { removedPaths, takesAlong } from '../../shell/removals.ts';
import { matchesWhole } from '../../text/glob.ts';

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

function mentions({ words }: ShellCommand, { path }: DownloadedFile): boolean {
  return words.some(({ unquoted }) => nameOf(unquoted.replace(/^-{1,2}[\w-]*=/, '')) === nameOf(path));
}

/** The last command that reads the file, where that is one which leaves it there. */
function readerOf(file: DownloadedFile): ShellCommand | undefined {
  const last = commandsAfter(file.command).findLast(command => mentions(command, file));
  return last?.name !== undefined && READERS.test(last.name) ? last : undefined;
}

/** On a mount, or perhaps on one. */
function isElsewhere({ command, path }: DownloadedFile): boolean {
  const run = runOf(command.script.instruction);
  if (run === undefined) return true;
  const place = pathAt(command, path);
  return place === undefined ? run.mounts.some(({ type }) => type !== 'bind') : isMounted(run, place);
}

/** True where the RUN, or a later one, removes or moves it, or may do so. */
function isRemoved(file: DownloadedFile, { index }: Instruction, instructions: readonly Instruction[]): boolean {
  const place = pathAt(file.command, file.path);
  if (commandsAfter(file.command).some(command => mayRemove(command, file, place, true))) return true;
  return instructions.some(
    later => later.index > index && commandsOf(later).some(command => mayRemove(command, file, place, false)),
  );
}

const SYSTEM_CACHE = /^(?:\/var\/(?:lib|cache|log)\/|\/root\/\.cache)/;

function mayRemove(command: ShellCommand, file: DownloadedFile, place: string | undefined, isUnsure: boolean): boolean {
  if (command.name === 'mv' || command.name === 'unlink') return mentions(command, file);
  const name = nameOf(file.path);
  return removedPaths(command).some(path => {
    const base = nameOf(path);
    if (base === name || (base.includes('*') && base !== '*' && matchesWhole(base, name))) return true;
    const removed = pathAt(command, path);
    if (removed === undefined || place === undefined) return isUnsure && !SYSTEM_CACHE.test(path);
    return takesAlong(removed, place) || (isUnsure && path.includes('$'));
  });
}

function fixOf(dockerfile: Dockerfile, { path }: DownloadedFile, reader: ShellCommand): Fix | undefined {
  const word = reader.words.find(({ unquoted }) => nameOf(unquoted) === nameOf(path));
  const edit =
    word === undefined || word.text.includes('*') ? undefined : insertCommand(dockerfile, reader, `rm ${word.text}`);
  return edit && { title: `Remove ${nameOf(path)}`, safety: 'unsafe', edits: [edit] };
}
