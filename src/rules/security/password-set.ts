import { defineRule } from '../../engine/rule.ts';
import { commandsOf } from '../../shell/commands.ts';
import { passwordSetBy } from '../../shell/passwords-set.ts';

export default defineRule({
  id: 'password-set',
  summary: 'Give no account of the image a password',
  category: 'security',
  severity: 'error',
  applies: 'layers',

  messages: {
    written:
      'The password of `{account}` is the same in every container of the image, and everybody who has the image can read or guess it.',
    emptied: '`{account}` gets an empty password: whoever reaches a login, `su` or sshd is let in.',
  },

  check({ instructions }, report) {
    for (const command of instructions.flatMap(commandsOf)) {
      const found = passwordSetBy(command);
      if (found !== undefined)
        report(found.kind, { at: found.word.span, data: { account: found.account ?? 'the account' } });
    }
  },
});
