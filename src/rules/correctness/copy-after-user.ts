import { copiedPaths } from '../../context/copied-paths.ts';
import type { CopyInstruction, Instruction } from '../../dockerfile/model.ts';
import { expand } from '../../dockerfile/variables.ts';
import { defineRule, type Fix } from '../../engine/rule.ts';
import { addFlag } from '../../fixers/instruction-flags.ts';
import { pathAt } from '../../images/run-paths.ts';
import { stateAt, type KnownUser } from '../../images/state.ts';
import { commandsOf } from '../../shell/commands.ts';
import type { ShellCommand } from '../../shell/model.ts';
import { filesWritten } from '../../shell/written-files.ts';

/** Something that has to write where a COPY put root's files. */
interface Writer {
  readonly path: string;
  readonly instruction: Instruction;
}

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
    for (const { instructions } of stages) {
      for (const copy of instructions) {
        if (copy.keyword !== 'COPY' && copy.keyword !== 'ADD') continue;
        const user = ownUser(copy);
        const writer = user === undefined ? undefined : writerOf(copy, user, instructions);
        if (user?.name === undefined || writer === undefined) continue;
        const { path, instruction } = writer;
        const data = { path, user: user.name, line: String(instruction.firstLine) };
        report(instruction.keyword === 'VOLUME' ? 'volume' : 'written', {
          at: copy.keywordSpan,
          data,
          fix: owned(copy, user),
        });
      }
    }
  },
});

/** The user that a USER above has set, where it is not root and the copy is to be root's. */
function ownUser(copy: CopyInstruction): KnownUser | undefined {
  const user = stateAt(copy)?.user;
  const isTold = copy.flags.some(({ name }) => name === 'chown' || name === 'chmod');
  const isKnown = user?.name !== undefined && user.certain && user.instruction !== undefined;
  return isTold || !isKnown || user.uid === 0 || user.name === 'root' ? undefined : user;
}

function writerOf(copy: CopyInstruction, user: KnownUser, instructions: readonly Instruction[]): Writer | undefined {
  const places = copiedPaths(copy);
  for (const instruction of instructions.filter(({ index }) => index > copy.index)) {
    if (stateAt(instruction)?.user?.name !== user.name) return undefined;
    const paths =
      instruction.keyword === 'VOLUME'
        ? instruction.args.flatMap(word => expand(instruction, word).value ?? [])
        : commandsOf(instruction).flatMap(writtenBy);
    const isVolume = instruction.keyword === 'VOLUME';
    const path = paths.find(one =>
      places.some(
        ({ file, folder }) => one === file || (isVolume && (one === folder || `${file}/`.startsWith(`${one}/`))),
      ),
    );
    if (path !== undefined) return { path, instruction };
  }
  return undefined;
}

/** The files that a command writes as the user, their paths absolute. */
function writtenBy(command: ShellCommand): readonly string[] {
  if (command.script.instruction.keyword !== 'RUN' || command.wrappers.length > 0 || command.name === 'mv') return [];
  const touched = command.name === 'touch' ? command.words.slice(1).map(({ unquoted }) => unquoted) : [];
  return [...filesWritten(command), ...touched].flatMap(path => pathAt(command, path) ?? []);
}

function owned(copy: CopyInstruction, { name, group }: KnownUser): Fix | undefined {
  const owner = [name, group].filter(part => part !== undefined).join(':');
  return /^[\w.:-]+$/.test(owner)
    ? { title: `Copy with --chown=${owner}`, safety: 'unsafe', edits: [addFlag(copy, `--chown=${owner}`)] }
    : undefined;
}
