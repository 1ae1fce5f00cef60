import type { Dockerfile, Instruction } from '../../dockerfile/model.ts';
import { flag } from '../../engine/options.ts';
import { defineRule, type Fix } from '../../engine/rule.ts';
import { isPlain } from '../../fixers/command-order.ts';
import { insertAbove, insertBelow } from '../../fixers/instructions.ts';
import { dropCommand } from '../../fixers/run-commands.ts';
import { stateAt } from '../../images/state.ts';
import { chainOf, commandsOf, itemOf } from '../../shell/commands.ts';
import { runOf } from '../../shell/kept-caches.ts';
import type { ShellCommand } from '../../shell/model.ts';

export default defineRule({
  id: 'run-cd',
  summary: 'Change the folder with WORKDIR, not with cd',
  category: 'correctness',
  severity: 'info',
  recommended: false,
  applies: 'any',
  fixable: 'unsafe',
  aliases: ['DL3003', 'DS-0013'],
  hadolint: 'warning',
  options: {
    all: flag({ about: 'Report every cd, not only one that a RUN begins with.', default: false }),
  },
  presetOptions: { hadolint: { all: true } },

  messages: {
    cd: '`cd` lasts to the end of this RUN only; WORKDIR says where a command runs, and makes the folder if need be.',
  },

  check(dockerfile, report, { all }) {
    for (const instruction of dockerfile.instructions) {
      const run = runOf(instruction);
      for (const command of run === undefined ? [] : commandsOf(run)) {
        // In a script of its own (`su app -c "cd /x && make"`) no WORKDIR can take its place.
        if (command.name !== 'cd' || command.script.carrier !== undefined || !(all || isFirst(command))) continue;
        report('cd', { at: command.span, fix: asWorkdir(dockerfile, instruction, command) });
      }
    }
  },
});

/** True for the `cd` to one known place that a RUN begins with, all else being done there. */
function isFirst(command: ShellCommand): boolean {
  const item = itemOf(command);
  const leads = item !== undefined && isPlain(item) && chainOf(command)[0] === item && item.after === '&&';
  if (!leads || command.words.length !== 2 || command.words[1]?.value === undefined) return false;
  const others = commandsOf(command.script.instruction).filter(({ name }) => name === 'cd' || name === 'pushd');
  return others.length === 1;
}

/** A WORKDIR above the RUN, and one below it that goes back. */
function asWorkdir(dockerfile: Dockerfile, instruction: Instruction, command: ShellCommand): Fix | undefined {
  const { stage, flags } = instruction;
  const path = command.words[1]?.value ?? '';
  const [before, after] = [stateAt(instruction)?.workdir, followingIn(dockerfile, instruction)];
  if (instruction.keyword !== 'RUN' || flags.length > 0 || stage === undefined || !isFirst(command)) return undefined;
  if (!/^\.{0,2}[\w./+-]+$/.test(path) || path.startsWith('-')) return undefined;
  const isReplaced = after?.keyword === 'WORKDIR' && after.args[0]?.text.startsWith('/') === true;
  if (before === undefined && !isReplaced) return undefined;
  const drop = dropCommand(dockerfile, command);
  if (drop === undefined) return undefined;
  const back = insertBelow(dockerfile, instruction, [`WORKDIR ${before ?? ''}`]);
  if (!isReplaced && back === undefined) return undefined;
  return {
    title: `Use WORKDIR ${path}`,
    safety: 'unsafe',
    edits: [
      insertAbove(dockerfile, instruction, [`WORKDIR ${path}`]),
      drop,
      ...(isReplaced || back === undefined ? [] : [back]),
    ],
  };
}

function followingIn(file: Dockerfile, { stage, index }: Instruction): Instruction | undefined {
  const next = file.instructions[index + 1];
  return next?.stage === stage ? next : undefined;
}
