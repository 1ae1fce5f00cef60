import type { Pair } from '../../dockerfile/model.ts';
import { defineRule, type Fix } from '../../engine/rule.ts';

export default defineRule({
  id: 'legacy-key-value',
  summary: 'Write `key=value` in ENV and LABEL, not `key value`',
  category: 'correctness',
  severity: 'warning',
  applies: 'any',
  fixable: 'safe',
  aliases: ['LegacyKeyValueFormat'],

  messages: {
    legacy:
      '`{keyword} {key} …` without `=` takes the whole rest of the line as one value, and the form is deprecated.',
  },

  check({ text, instructions }, report) {
    for (const instruction of instructions) {
      if (instruction.keyword !== 'ENV' && instruction.keyword !== 'LABEL') continue;
      const [pair] = instruction.pairs;
      if (pair?.legacy !== true) continue;

      report('legacy', {
        at: pair.key.span,
        data: { keyword: instruction.keyword, key: pair.key.text },
        fix: withEquals(text, pair),
      });
    }
  },
});

/** Bare where the value is one plain word, quoted where it has blanks; none where quotes within it would change their meaning. */
function withEquals(text: string, { key, value }: Pair): Fix | undefined {
  const gap = text.slice(key.span[1], value.span[0]);
  if (/[^\s\\`]/.test(gap) || !/^[\w.-]+$/.test(key.text)) return undefined;

  const wholeQuoted = /^"[^"\\`]*"$|^'[^']*'$/.test(value.text);
  const plain = !/["'\\`]/.test(value.text);
  if (!wholeQuoted && !plain) return undefined;

  const quote = plain && /\s/.test(value.text) ? '"' : '';
  const edits = [
    { span: [key.span[1], value.span[0]], text: `=${quote}` },
    { span: [value.span[1], value.span[1]], text: quote },
  ] as const;
  return { title: 'Write key=value', safety: 'safe', edits: quote === '' ? edits.slice(0, 1) : edits };
}
