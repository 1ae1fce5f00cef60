import type { RunInstruction, Stage } from '../../dockerfile/model.ts';
import { defineRule } from '../../engine/rule.ts';
import { mayBeGivenAway } from '../../images/given-away.ts';
import { pathAt } from '../../images/run-paths.ts';
import { stateAt, type KnownUser } from '../../images/state.ts';
import { commandsOf } from '../../shell/commands.ts';
import type { ShellCommand } from '../../shell/model.ts';
import { failsAsUser } from '../../shell/fails-as-user.ts';
import { isOfDistribution, operationsOf } from '../../shell/operations.ts';
import { writtenPaths } from '../../shell/written-paths.ts';
import type { Span } from '../../text/span.ts';

const ACTIONS = new Set(['install', 'remove', 'update-index', 'upgrade', 'dist-upgrade']);
const OTHER_ROOT = [
  '--root',
  '-p',
  '--installroot',
  '--download-only',
  '-d',
  '-s',
  '--simulate',
  '--dry-run',
  '--print-uris',
];
/** Folders that are root's in every image, and stay so unless they are given away. */
const ROOTS = /^\/(?:etc|bin|sbin|lib|lib64|usr\/(?:bin|sbin|lib|local\/s?bin))(?:\/|$)/;

export default defineRule({
  id: 'user-then-privileged-run',
  summary: 'Do what needs root before USER leaves it',
  category: 'runtime',
  severity: 'error',
  applies: 'any',

  messages: {
    packages: '`{command}` needs root, and runs as `{user}` ({since}): the build fails here.',
    path: "`{path}` is in a folder of root's, where `{user}` ({since}) cannot write: the build fails here.",
  },

  check({ stages }, report) {
    for (const stage of stages) {
      for (const instruction of stage.instructions) {
        const user = instruction.keyword === 'RUN' ? stateAt(instruction)?.user : undefined;
        if (instruction.keyword !== 'RUN' || user === undefined || !isOrdinary(user)) continue;
        const line = user.instruction?.firstLine;
        const data = {
          user: user.name ?? '',
          since: line === undefined ? "the base image's user" : `since line ${line}`,
        };
        const install = commandsOf(instruction).find(needsRoot);
        const write = install === undefined ? writeToRoots(stage, instruction, user) : undefined;
        if (install !== undefined)
          report('packages', { at: spanOf(install), data: { ...data, command: shortOf(install) } });
        else if (write !== undefined) report('path', { at: write.word.span, data: { ...data, path: write.path } });
      }
    }
  },
});

function isOrdinary({ name, uid, certain }: KnownUser): boolean {
  return certain && name !== undefined && uid !== 0 && !/^(?:root|toor|Container\w+)$|\\/.test(name);
}

function needsRoot(command: ShellCommand): boolean {
  return (
    failsAsUser(command) &&
    operationsOf(command).some(
      operation => isOfDistribution(operation) && ACTIONS.has(operation.action) && !operation.has(...OTHER_ROOT),
    )
  );
}

function writeToRoots(stage: Stage, run: RunInstruction, user: KnownUser) {
  // Base images that are not root's themselves give folders to their account.
  const isRoots = user.instruction !== undefined && stateAt(run)?.facts?.user === 'root';
  if (!isRoots || run.mounts.length > 0) return undefined;
  return commandsOf(run)
    .filter(command => failsAsUser(command) && !/^ch(?:own|mod|grp)$/.test(command.name ?? ''))
    .flatMap(command =>
      writtenPaths(command).flatMap(({ path, word }) => ({ path: pathAt(command, path) ?? '', word })),
    )
    .find(({ path }) => ROOTS.test(path) && !/[$`*?]/.test(path) && !mayBeGivenAway(stage, path));
}

function spanOf({ words }: ShellCommand): Span {
  const [first, second] = words;
  return [first?.span[0] ?? 0, (second ?? first)?.span[1] ?? 0];
}

function shortOf({ words }: ShellCommand): string {
  return words
    .slice(0, 2)
    .map(({ unquoted }) => unquoted)
    .join(' ');
}
