import { defineRule } from '../../engine/rule.ts';
import { modesGiven } from '../../shell/mode-uses.ts';

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
    for (const { mode, text, at, targets } of instructions.flatMap(modesGiven)) {
      if (mode.othersWrite)
        report('writable', {
          at,
          data: { mode: text, what: targets[0] === undefined ? 'the files' : `\`${targets[0]}\`` },
        });
    }
  },
});
