import { defineRule } from '../../engine/rule.ts';
import { expandsLater } from '../../shell/literal-arguments.ts';
import type { ShellWord } from '../../shell/model.ts';
import { plainScripts } from '../../shell/unquoted.ts';

const QUOTED_TILDE = /^["']~(?:\/|["'](?:[\s;&|)/]|$))/;

export default defineRule({
  id: 'literal-tilde',
  summary: 'Write $HOME, not ~, inside quotes',
  category: 'shell',
  severity: 'warning',
  applies: 'any',
  aliases: ['SC2088'],
  hadolint: 'warning',

  messages: {
    literal: 'Inside quotes `~` is no home directory but a directory of that name.',
  },

  check({ text, instructions }, report) {
    for (const script of instructions.flatMap(plainScripts)) {
      if (script.errors.length > 0) continue;
      for (const { name, words, assignments } of script.commands) {
        if (name !== undefined && expandsLater(name)) continue;
        const values = assignments.map(({ span: [start, end] }) => start + text.slice(start, end).indexOf('=') + 1);
        for (const at of [...words.flatMap(quoteOf), ...values]) {
          if (QUOTED_TILDE.test(text.slice(at, at + 4))) report('literal', { at: [at + 1, at + 2] });
        }
      }
    }
  },
});

/** Where the quotes stand that a word, or the value after its `=`, begins with. */
function quoteOf({ parts: [first], map }: ShellWord): readonly number[] {
  const isQuoted = first?.type === 'DoubleQuoted' || first?.type === 'SingleQuoted';
  return isQuoted ? [map.sourceOffset(first.pos)] : [];
}
