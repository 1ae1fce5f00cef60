import { defineRule } from '../../engine/rule.ts';
import { modesGiven } from '../../shell/mode-uses.ts';

export default defineRule({
  id: 'setuid-added',
  summary: 'Give no program the setuid bit',
  category: 'security',
  severity: 'warning',
  applies: 'layers',

  messages: {
    setuid: 'Mode `{mode}` makes {what} run as its owner, whoever starts it: a way from any account to root.',
  },

  check({ instructions }, report) {
    for (const { mode, text, at, targets } of instructions.flatMap(modesGiven)) {
      if (mode.setsUserId)
        report('setuid', {
          at,
          data: { mode: text, what: targets[0] === undefined ? 'a program' : `\`${targets[0]}\`` },
        });
    }
  },
});
