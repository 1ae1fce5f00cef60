import { defineRule } from '../../engine/rule.ts';

export default defineRule({
  id: 'from-as-casing',
  summary: 'Write `AS` in the letter case of its FROM',
  category: 'style',
  severity: 'style',
  recommended: false,
  applies: 'any',
  fixable: 'safe',
  aliases: ['FromAsCasing'],

  messages: {
    otherCase: '`{as}` and `{from}` are written in different letter cases.',
  },

  check({ text, stages }, report) {
    for (const { from } of stages) {
      if (from.asSpan === undefined) continue;
      const keyword = text.slice(...from.keywordSpan);
      const written = text.slice(...from.asSpan);
      // A FROM of mixed case is instruction-casing's business.
      const wanted = keyword === 'FROM' ? 'AS' : keyword === 'from' ? 'as' : written;
      if (written === wanted) continue;

      report('otherCase', {
        at: from.asSpan,
        data: { as: written, from: keyword },
        fix: { title: `Write ${wanted}`, safety: 'safe', edits: [{ span: from.asSpan, text: wanted }] },
      });
    }
  },
});
