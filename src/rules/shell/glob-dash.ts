import { defineRule } from '../../engine/rule.ts';
import { plainScripts } from '../../shell/unquoted.ts';

/** They take no options, or none behind their words. */
const TAKES_ANY = ['[', 'echo', 'printf', 'test'];

export default defineRule({
  id: 'glob-dash',
  summary: 'Write ./*, so that no file name is taken for an option',
  category: 'shell',
  severity: 'info',
  recommended: false,
  applies: 'any',
  aliases: ['SC2035'],
  hadolint: 'info',

  messages: {
    option: '`{word}` may give a name that begins with a dash, which {command} takes for an option.',
  },

  check({ instructions }, report) {
    for (const script of instructions.flatMap(plainScripts)) {
      if (script.errors.length > 0) continue;
      for (const { name, words } of script.commands) {
        if (name === undefined || TAKES_ANY.includes(name)) continue;
        const end = words.findIndex(({ text }) => text === '--');
        for (const { parts, text, span } of words.slice(1, end === -1 ? undefined : end)) {
          const [first] = parts;
          if (first?.type === 'Glob') report('option', { at: span, data: { word: text, command: name } });
        }
      }
    }
  },
});
