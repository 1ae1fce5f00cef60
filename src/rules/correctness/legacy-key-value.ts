import type { Pair } from '../../dockerfile/model.ts';
import { flag } from '../../engine/options.ts';
import { defineRule, type Fix } from '../../engine/rule.ts';

/** What looks like one more `key=value`. */
const ANOTHER = /\s([A-Za-z_]\w*)=/;

export default defineRule({
  id: 'legacy-key-value',
  summary: 'Write `key=value` in ENV and LABEL, not `key value`',
  category: 'correctness',
  severity: 'warning',
  applies: 'any',
  fixable: 'safe',
  aliases: ['LegacyKeyValueFormat'],

  options: {
    all: flag({
      about: 'Report the form also where nothing in the value looks like another variable.',
      default: false,
    }),
  },
  presetOptions: { strict: { all: true }, buildkit: { all: true } },

  messages: {
    swallows:
      '`{keyword} {key} …` without `=` takes the whole rest of the line as one value, so `{other}=` sets nothing.',
    legacy:
      '`{keyword} {key} …` without `=` takes the whole rest of the line as one value, and the form is deprecated.',
  },

  check({ text, instructions }, report, { all }) {
    for (const instruction of instructions) {
      if (instruction.keyword !== 'ENV' && instruction.keyword !== 'LABEL') continue;
      const [pair] = instruction.pairs;
      if (pair?.legacy !== true) continue;

      const { keyword } = instruction;
      const key = pair.key.text;
      const other = ANOTHER.exec(pair.value.text)?.[1];
      if (other !== undefined) report('swallows', { at: pair.key.span, data: { keyword, key, other } });
      else if (all) report('legacy', { at: pair.key.span, data: { keyword, key }, fix: withEquals(text, pair) });
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
