import { KEYWORDS } from '../../dockerfile/problems/keywords.ts';
import { strings } from '../../engine/options.ts';
import { defineRule } from '../../engine/rule.ts';

export default defineRule({
  id: 'forbidden-instruction',
  summary: 'Use no instruction that the policy forbids',
  category: 'security',
  severity: 'error',
  applies: 'any',
  options: {
    deny: strings({ about: 'Keywords, in any letter case: `ADD`, `ONBUILD`.', default: [], of: KEYWORDS }),
  },

  messages: {
    denied: '{keyword} is an instruction that the policy of this project forbids.',
  },

  check({ instructions }, report, { deny }) {
    const keywords = new Set(deny.map(keyword => keyword.toUpperCase()));
    for (const instruction of instructions) {
      const all =
        instruction.keyword === 'ONBUILD' && instruction.inner ? [instruction, instruction.inner] : [instruction];
      for (const { keyword, keywordSpan } of all) {
        if (keywords.has(keyword)) report('denied', { at: keywordSpan, data: { keyword } });
      }
    }
  },
});
