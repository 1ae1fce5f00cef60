import { defineRule } from '../../engine/rule.ts';

export default defineRule({
  id: 'stage-name-casing',
  summary: 'Write stage names in lower case',
  category: 'style',
  severity: 'style',
  recommended: false,
  applies: 'any',
  fixable: 'safe',
  aliases: ['StageNameCasing'],

  messages: {
    capitals: 'The stage name `{name}` has capitals; Docker compares stage names in lower case.',
  },

  check({ stages }, report) {
    for (const { from } of stages) {
      const { alias } = from;
      if (alias === undefined || alias.text === alias.text.toLowerCase()) continue;

      const text = alias.text.toLowerCase();
      report('capitals', {
        at: alias.span,
        data: { name: alias.text },
        fix: { title: `Write ${text}`, safety: 'safe', edits: [{ span: alias.span, text }] },
      });
    }
  },
});
