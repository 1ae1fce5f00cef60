import { defineRule } from '../../engine/rule.ts';
import type { ShellCommand } from '../../shell/model.ts';
import { stopsOnFailure } from '../../shell/shell-options.ts';
import { plainScripts } from '../../shell/unquoted.ts';

const CHANGES = ['cd', 'pushd', 'popd'];
/** `/`, `.`, `..`, `../..`: always there. */
const ALWAYS_THERE = /^\/*(?:\.\.?(?:\/+|$))*$/;

export default defineRule({
  id: 'cd-without-exit',
  summary: 'Stop where the directory cannot be entered',
  category: 'shell',
  severity: 'warning',
  recommended: false,
  applies: 'any',
  aliases: ['SC2164'],
  hadolint: 'warning',

  messages: {
    goesOn: 'Where `{command}` fails, the next command runs in the directory before it.',
  },

  check({ instructions }, report) {
    for (const script of instructions.flatMap(plainScripts)) {
      if (script.errors.length > 0) continue;
      for (const command of script.commands) {
        const [program, directory] = command.words;
        if (program === undefined || !goesOn(command) || stopsOnFailure(command)) continue;
        if (command.name !== 'popd' && (directory === undefined || ALWAYS_THERE.test(directory.unquoted))) continue;
        report('goesOn', { at: command.span, data: { command: command.words.map(({ text }) => text).join(' ') } });
      }
    }
  },
});

/** Whether something follows that does not ask how the change of directory ended. */
function goesOn({ name = '', after, within }: ShellCommand): boolean {
  return CHANGES.includes(name) && (after === ';' || after === 'newline') && within.at(-1) !== 'condition';
}
