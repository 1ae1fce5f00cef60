import { flag } from '../../engine/options.ts';
import { defineRule } from '../../engine/rule.ts';
import { plainScripts, unquotedIn } from '../../shell/unquoted.ts';

const LONGEST = 40;

export default defineRule({
  id: 'unquoted-substitution',
  summary: 'Quote a command substitution that has to stay one word',
  category: 'shell',
  severity: 'info',
  applies: 'any',
  aliases: ['SC2046'],
  hadolint: 'warning',
  presetOptions: { hadolint: { all: true }, strict: { all: true } },

  options: {
    all: flag({ about: 'Report substitutions too that may be meant to be several words.', default: false }),
  },
  messages: {
    unquoted:
      'The shell splits what `{text}` prints at blanks and expands globs in it, since no quotes hold it together.',
  },

  check({ instructions }, report, { all }) {
    for (const { expansion, meansOne } of instructions.flatMap(plainScripts).flatMap(unquotedIn)) {
      if (expansion.kind !== 'command' || !(meansOne || all)) continue;
      const { text, span: at } = expansion;
      const shown = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
      report('unquoted', { at, data: { text: shown.replace(/\s+/g, ' ') } });
    }
  },
});
