import { defineRule } from '../../engine/rule.ts';
import type { Stage } from '../../dockerfile/model.ts';
import { startsNothing } from '../../images/root-to-user.ts';
import { commandsOf } from '../../shell/commands.ts';
import type { ShellCommand } from '../../shell/model.ts';
import { modesGiven } from '../../shell/mode-uses.ts';
import { removedBy } from '../../shell/removals.ts';

export default defineRule({
  id: 'world-writable',
  summary: 'Let no file of the image be written by everybody',
  category: 'security',
  severity: 'warning',
  applies: 'layers',

  messages: {
    writable: 'Mode `{mode}` lets every account write to {what}, so that whoever gets in may change what others run.',
  },

  check({ instructions }, report) {
    for (const instruction of instructions) {
      const open = modesGiven(instruction).filter(({ mode }) => mode.othersWrite);
      // A toolchain that others build on is written by whoever they become.
      if (open.length === 0 || instruction.stage === undefined || isToolbox(instruction.stage)) continue;
      const isForAll = forAll(commandsOf(instruction));
      const uses = open.filter(({ targets }) => targets.length === 0 || !targets.every(isForAll));
      for (const { text, at, targets } of uses)
        report('writable', {
          at,
          data: { mode: text, what: targets[0] === undefined ? 'the files' : `\`${targets[0]}\`` },
        });
    }
  },
});

/** Sockets, pipes and files of running programs, which others talk to: nobody runs them. What the same RUN removes is gone. */
function forAll(commands: readonly ShellCommand[]): (path: string) => boolean {
  const isRemoved = removedBy(commands);
  const pipes = commands
    .filter(({ name }) => name === 'mkfifo')
    .flatMap(({ words }) => words.slice(1).map(({ unquoted }) => unquoted));
  return path => /^\/(?:var\/)?run\/./.test(path) || pipes.includes(path) || isRemoved(path);
}

function isToolbox(stage: Stage): boolean {
  return stage.isShipped && startsNothing(stage);
}
