import { defineRule } from '../../engine/rule.ts';
import type { Instruction, Stage } from '../../dockerfile/model.ts';
import { startsNothing } from '../../images/root-to-user.ts';
import { commandsOf } from '../../shell/commands.ts';
import { modesGiven } from '../../shell/mode-uses.ts';
import { removes } from '../../shell/removals.ts';

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
      // A toolchain that others build on is written by whoever they become.
      const uses =
        instruction.stage === undefined
          ? []
          : modesGiven(instruction).filter(({ mode, targets }) => mode.othersWrite && !areForAll(targets, instruction));
      if (uses.length === 0 || isToolbox(instruction.stage)) continue;
      for (const { text, at, targets } of uses)
        report('writable', {
          at,
          data: { mode: text, what: targets[0] === undefined ? 'the files' : `\`${targets[0]}\`` },
        });
    }
  },
});

/** Sockets, pipes and files of running programs, which others talk to: nobody runs them. What the same RUN removes is gone. */
function areForAll(targets: readonly string[], instruction: Instruction): boolean {
  const commands = commandsOf(instruction);
  const isGone = (path: string): boolean => commands.some(command => removes(command, path));
  const pipes = commands
    .filter(({ name }) => name === 'mkfifo')
    .flatMap(({ words }) => words.slice(1).map(({ unquoted }) => unquoted));
  return (
    targets.length > 0 &&
    targets.every(path => /^\/(?:var\/)?run\/./.test(path) || pipes.includes(path) || isGone(path))
  );
}

function isToolbox(stage: Stage | undefined): boolean {
  return stage?.isShipped === true && startsNothing(stage);
}
