import { flag } from '../../engine/options.ts';
import { defineRule } from '../../engine/rule.ts';
import { stateAt } from '../../images/state.ts';
import type { Script, ShellCommand } from '../../shell/model.ts';
import { plainScripts } from '../../shell/unquoted.ts';

const ESCAPE = /\\(?:[nrt]|0?[0-7]{3}|x[0-9A-Fa-f]{2})/;
/** Text in which the reader of a file expands escapes: prompts, and code that prints. */
const FOR_A_READER = /PS1|printf|echo -|\\[uhw$[]|\bsed\b|\bawk\b/;

export default defineRule({
  id: 'useless-echo-escape',
  summary: 'Use printf where escapes are to be expanded',
  category: 'shell',
  severity: 'info',
  applies: 'any',
  aliases: ['SC2028'],
  hadolint: 'info',
  presetOptions: { hadolint: { all: true }, strict: { all: true } },

  options: {
    all: flag({ about: 'Report it in shells too whose echo is not known, or expands escapes.', default: false }),
  },
  messages: {
    literal: 'The echo of {shell} prints `{escape}` as it is written: printf expands it.',
  },

  check({ instructions }, report, { all }) {
    for (const script of instructions.flatMap(plainScripts)) {
      const shell = shellOf(script);
      if (script.errors.length > 0 || (!all && shell === undefined)) continue;
      for (const command of script.commands) {
        if (!isPlainEcho(command)) continue;
        const word = command.words.find(({ unquoted }) => ESCAPE.test(unquoted));
        if (word === undefined || (!all && FOR_A_READER.test(word.unquoted))) continue;
        const escape = ESCAPE.exec(word.text)?.[0] ?? '\\n';
        report('literal', { at: word.span, data: { shell: shell ?? 'some shells', escape } });
      }
    }
  },
});

/** The shell, where its echo expands no escapes. */
function shellOf({ shell, instruction }: Script): string | undefined {
  if (shell === 'bash') return 'bash';
  if (shell === 'ash') return 'BusyBox';
  const known = shell === 'sh' && !instruction.inOnbuild ? stateAt(instruction)?.facts?.shell : undefined;
  return known === 'bash' ? 'bash' : known === 'ash' ? 'BusyBox' : undefined;
}

function isPlainEcho({ name, words }: ShellCommand): boolean {
  const options = words.slice(1).findIndex(({ unquoted }) => !unquoted.startsWith('-'));
  return name === 'echo' && !words.slice(1, options + 1).some(({ unquoted }) => /^-[^\WeE]*[eE]\w*$/.test(unquoted));
}
