import { flag } from '../../engine/options.ts';
import { defineRule } from '../../engine/rule.ts';
import type { ShellCommand, ShellWord } from '../../shell/model.ts';
import { plainScripts } from '../../shell/unquoted.ts';
import { partWording } from '../../shell/wording.ts';

/** Built-ins that succeed whatever the command in their argument does. */
const DECLARING = ['export', 'declare', 'typeset', 'local', 'readonly'];

type Part = ShellWord['parts'][number];

export default defineRule({
  id: 'masked-return',
  summary: 'Assign first and export then, so that a failure is seen',
  category: 'shell',
  severity: 'info',
  applies: 'any',
  aliases: ['SC2155'],
  hadolint: 'warning',
  presetOptions: { hadolint: { all: true }, strict: { all: true } },

  options: {
    all: flag({ about: 'Report commands too that hardly ever fail, such as mktemp and uname.', default: false }),
  },
  messages: {
    masked: '`{builtin}` succeeds even where the command in `{name}=` fails, so the build goes on with an empty value.',
  },

  check({ instructions }, report, { all }) {
    for (const script of instructions.flatMap(plainScripts)) {
      if (script.errors.length > 0) continue;
      for (const command of script.commands) {
        if (command.name === undefined || !DECLARING.includes(command.name)) continue;
        for (const word of command.words.slice(1)) {
          const name = /^(\w+)=/.exec(word.unquoted)?.[1];
          if (name === undefined || !runs(command, word, all)) continue;
          const [start] = word.span;
          report('masked', { at: [start, start + name.length], data: { builtin: command.name, name } });
        }
      }
    }
  },
});

/** Whether the value is what a command prints that may fail. */
function runs({ script }: ShellCommand, { parts }: ShellWord, all: boolean): boolean {
  const flat = parts.flatMap((part): readonly Part[] => (part.type === 'DoubleQuoted' ? part.parts : [part]));
  return flat.some(part => part.type === 'CommandExpansion' && (all || partWording(script, part) !== 'one-word'));
}
