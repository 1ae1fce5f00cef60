import { copiedPaths } from '../../context/copied-paths.ts';
import type { CopyInstruction, Instruction } from '../../dockerfile/model.ts';
import { expand } from '../../dockerfile/variables.ts';
import { defineRule, type Fix } from '../../engine/rule.ts';
import { addFlag } from '../../fixers/instruction-flags.ts';
import { pathAt } from '../../images/run-paths.ts';
import { finalState, stateAt, type KnownUser } from '../../images/state.ts';
import { commandsOf } from '../../shell/commands.ts';
import type { ShellCommand } from '../../shell/model.ts';
import { filesWritten } from '../../shell/written-files.ts';
import { withoutTrailing } from '../../text/endings.ts';

export default defineRule({
  id: 'copy-after-user',
  summary: 'Give what is copied behind USER to that user where it is written to',
  category: 'correctness',
  severity: 'info',
  applies: 'any',
  fixable: 'unsafe',

  messages: {
    volume: '`{path}` is a volume with files of root in it: `{user}`, who runs the container, cannot change them.',
    written: '`{path}` belongs to root, whatever USER says, and line {line} writes to it as `{user}`.',
  },

  check({ stages }, report) {
    for (const stage of stages) {
      // What is copied to a place, and to the folders around it, while one user is set.
      let copies = new Map<string, CopyInstruction>();
      const reported = new Set<CopyInstruction>();
      const last = finalState(stage).user?.name;
      for (const instruction of stage.instructions) {
        const user = ownUser(instruction);
        if (instruction.keyword === 'USER') copies = new Map();
        if (user === undefined) continue;
        if (instruction.keyword === 'COPY' || instruction.keyword === 'ADD') remember(copies, instruction);
        for (const path of writtenBy(instruction)) {
          const copy = copies.get(path);
          const isVolume = path.endsWith(VOLUME);
          if (copy === undefined || reported.has(copy) || (isVolume && last !== user.name)) continue;
          reported.add(copy);
          const data = { path: path.replace(VOLUME, ''), user: user.name ?? '', line: String(instruction.firstLine) };
          report(isVolume ? 'volume' : 'written', { at: copy.keywordSpan, data, fix: owned(copy, user) });
        }
      }
    }
  },
});

/** Behind a path: it is meant as a volume, which holds what is below it too. */
const VOLUME = '//';

function remember(copies: Map<string, CopyInstruction>, copy: CopyInstruction): void {
  if (copy.flags.some(({ name }) => name === 'chown' || name === 'chmod')) return;
  for (const { file, folder } of copiedPaths(copy)) {
    if (!copies.has(file)) copies.set(file, copy);
    for (const place of [file, folder, ...foldersAround(file)]) {
      if (!copies.has(place + VOLUME)) copies.set(place + VOLUME, copy);
    }
  }
}

function foldersAround(path: string): readonly string[] {
  const parts = path.split('/').slice(1, -1);
  return parts.map((_, index) => `/${parts.slice(0, index + 1).join('/')}`);
}

/** The user that a USER above has set, where it is not root. */
function ownUser(instruction: Instruction): KnownUser | undefined {
  const user = stateAt(instruction)?.user;
  const isKnown = user?.name !== undefined && user.certain && user.instruction !== undefined;
  return !isKnown || user.uid === 0 || user.name === 'root' ? undefined : user;
}

/** The files that an instruction writes as the user, and the volumes that it makes; their paths absolute. */
function writtenBy(instruction: Instruction): readonly string[] {
  if (instruction.keyword === 'VOLUME') {
    const paths = instruction.args.flatMap(word => expand(instruction, word).value ?? []);
    return paths.map(path => withoutTrailing(path, '/') + VOLUME);
  }
  return instruction.keyword === 'RUN' ? commandsOf(instruction).flatMap(filesOf) : [];
}

function filesOf(command: ShellCommand): readonly string[] {
  if (command.wrappers.length > 0 || command.name === 'mv') return [];
  const touched = command.name === 'touch' ? command.words.slice(1).map(({ unquoted }) => unquoted) : [];
  return [...filesWritten(command), ...touched].flatMap(path => pathAt(command, path) ?? []);
}

function owned(copy: CopyInstruction, { name, group }: KnownUser): Fix | undefined {
  const owner = [name, group].filter(part => part !== undefined).join(':');
  return /^[\w.:-]+$/.test(owner)
    ? { title: `Copy with --chown=${owner}`, safety: 'unsafe', edits: [addFlag(copy, `--chown=${owner}`)] }
    : undefined;
}
