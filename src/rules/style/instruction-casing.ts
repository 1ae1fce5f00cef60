import type { Dockerfile, Instruction } from '../../dockerfile/model.ts';
import { defineRule } from '../../engine/rule.ts';

export default defineRule({
  id: 'instruction-casing',
  summary: 'Write all keywords in one letter case',
  category: 'style',
  severity: 'style',
  recommended: false,
  applies: 'any',
  wholeFile: true,
  fixable: 'safe',
  aliases: ['ConsistentInstructionCasing'],

  messages: {
    otherCase: '`{written}` is not written in {wanted} as most keywords of this file are.',
  },

  check(dockerfile, report) {
    const { text } = dockerfile;
    const counted = dockerfile.stages.flatMap(({ from, instructions }) => [from, ...instructions]);
    const lower = isMostlyLower(dockerfile, counted);
    for (const { keyword, keywordSpan } of counted) {
      const written = text.slice(...keywordSpan);
      const wanted = lower ? written.toLowerCase() : written.toUpperCase();
      if (written === wanted || keyword === 'UNKNOWN') continue;

      report('otherCase', {
        at: keywordSpan,
        data: { written, wanted: lower ? 'lower case' : 'upper case' },
        fix: { title: `Write ${wanted}`, safety: 'safe', edits: [{ span: keywordSpan, text: wanted }] },
      });
    }
  },
});

/** BuildKit's count: keywords of mixed case are on neither side, and a tie is upper case. */
function isMostlyLower({ text }: Dockerfile, instructions: readonly Instruction[]): boolean {
  const written = instructions.map(({ keywordSpan }) => text.slice(...keywordSpan));
  const lower = written.filter(word => word === word.toLowerCase()).length;
  const upper = written.filter(word => word === word.toUpperCase()).length;
  return lower > upper;
}
