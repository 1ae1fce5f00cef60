import { broughtBy, type Brought } from '../../context/brought-paths.ts';
import type { CopyInstruction, Dockerfile } from '../../dockerfile/model.ts';
import { expand } from '../../dockerfile/variables.ts';
import { flag } from '../../engine/options.ts';
import { defineRule, type Fix } from '../../engine/rule.ts';
import { isPlain } from '../../fixers/command-order.ts';
import { removeInstruction, replaceKeyword } from '../../fixers/instructions.ts';
import { dropCommand } from '../../fixers/run-commands.ts';
import { pathAt } from '../../images/run-paths.ts';
import { chainOf, commandsOf, itemOf } from '../../shell/commands.ts';
import type { ShellCommand } from '../../shell/model.ts';
import { extractionsIn, type Extraction } from '../../shell/tar.ts';

/** What ADD unpacks, by its name: tar archives, compressed or not. */
const ARCHIVE = /\.(?:tar(?:\.(?:gz|bz2|xz|zst))?|tgz|tbz2?|txz)$/i;

export default defineRule({
  id: 'archive-copied-then-extracted',
  summary: 'Let ADD unpack a local archive',
  category: 'correctness',
  severity: 'info',
  applies: 'any',
  fixable: 'unsafe',
  aliases: ['DL3010'],
  hadolint: 'info',

  options: {
    partial: flag({
      about: 'Report archives too of which tar leaves something out, or renames it, as ADD cannot.',
      default: false,
    }),
  },
  presetOptions: { hadolint: { partial: true } },

  messages: {
    twice: '`{archive}` stays in this layer beside what line {line} unpacks from it: ADD unpacks it at once.',
  },

  check(dockerfile, report, { partial }) {
    for (const { instructions } of dockerfile.stages) {
      const unpackings = extractionsIn(instructions.flatMap(commandsOf));
      if (unpackings.size === 0) continue;
      for (const copy of instructions) {
        if (copy.keyword !== 'COPY' || copy.from !== undefined) continue;
        for (const source of copy.sources) {
          const archive = nameOf(expand(copy, source).value ?? '');
          const unpacking = ARCHIVE.test(archive) ? unpackingOf(copy, archive, unpackings) : undefined;
          if (unpacking === undefined || !(partial || unpacking.isWhole)) continue;
          const line = String(dockerfile.lines.position(unpacking.command.span[0]).line);
          const fix = withAdd(dockerfile, copy, archive, unpacking);
          report('twice', { at: source.span, data: { archive, line }, fix });
        }
      }
    }
  },
});

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The command behind a COPY that unpacks what it brought, told by the path or, where that is unknown, by the name. */
function unpackingOf(
  copy: CopyInstruction,
  archive: string,
  unpackings: ReadonlyMap<string, readonly Extraction[]>,
): Extraction | undefined {
  const place = broughtBy(copy).find((brought: Brought) => nameOf(brought.source ?? '') === archive)?.path;
  const name = place === undefined ? targetName(copy, archive) : nameOf(place);
  return unpackings.get(name)?.find(({ command, archive: word }) => {
    if (command.script.instruction.index < copy.index) return false;
    const path = pathAt(command, word.unquoted);
    return path === undefined || place === undefined || path === place;
  });
}

function targetName({ destination }: CopyInstruction, archive: string): string {
  const target = nameOf(destination?.text ?? '');
  return ARCHIVE.test(target) ? target : archive;
}

/** ADD to the place where it is unpacked, where nothing else uses the archive. */
function withAdd(
  dockerfile: Dockerfile,
  copy: CopyInstruction,
  archive: string,
  { command, isWhole, folder, archive: word }: Extraction,
): Fix | undefined {
  const { destination, sources, flags, json } = copy;
  const item = itemOf(command);
  const run = command.script.instruction;
  if (!isWhole || json || sources.length > 1 || flags.length > 0 || destination === undefined || item === undefined)
    return undefined;
  if (run.index !== copy.index + 1) return undefined;
  const later = copy.stage?.instructions.filter(({ index }) => index > copy.index) ?? [];
  const users = later
    .flatMap(commandsOf)
    .filter(({ words }) => words.some(({ unquoted }) => unquoted.includes(archive)));
  const target = targetOf(command, folder?.unquoted, word.unquoted);
  if (users.length > 1 || !isPlain(item) || target === undefined || run.flags.length > 0) return undefined;
  const drop = chainOf(command).length === 1 ? removeInstruction(dockerfile, run) : dropCommand(dockerfile, command);
  return (
    drop && {
      title: 'Use ADD',
      safety: 'unsafe',
      edits: [replaceKeyword(dockerfile, copy, 'ADD'), { span: destination.span, text: target }, drop],
    }
  );
}

/** The folder that tar unpacks into, as ADD has to be told it. */
function targetOf(command: ShellCommand, folder: string | undefined, archive: string): string | undefined {
  const path = pathAt(command, folder ?? '.');
  if (path === undefined) return folder === undefined && !archive.includes('/') ? './' : undefined;
  return /^[\w./+-]+$/.test(path) ? `${path.replace(/\/$/, '')}/` : undefined;
}
