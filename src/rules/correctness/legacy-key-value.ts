import type { Instruction, Pair } from '../../dockerfile/model.ts';
import { flag } from '../../engine/options.ts';
import { defineRule, type Fix } from '../../engine/rule.ts';
import type { Edit } from '../../text/span.ts';

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
      about: 'Report each one by itself, LABELs too; otherwise the first ENV of a file stands for all.',
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
    const legacy = instructions.flatMap(legacyPair);
    for (const { keyword, pair } of legacy) {
      const other = ANOTHER.exec(pair.value.text)?.[1];
      if (other !== undefined) report('swallows', { at: pair.key.span, data: { keyword, key: pair.key.text, other } });
    }

    const plain = legacy.filter(({ pair }) => !ANOTHER.test(pair.value.text));
    const variables = plain.filter(({ keyword }) => keyword === 'ENV');
    for (const { keyword, pair } of all ? plain : variables.slice(0, 1)) {
      const edits = (all ? [pair] : variables.map(variable => variable.pair)).flatMap(one => withEquals(text, one));
      const fix: Fix | undefined = edits.length > 0 ? { title: 'Write key=value', safety: 'safe', edits } : undefined;
      report('legacy', { at: pair.key.span, data: { keyword, key: pair.key.text }, fix });
    }
  },
});

function legacyPair(instruction: Instruction): { readonly keyword: string; readonly pair: Pair }[] {
  if (instruction.keyword !== 'ENV' && instruction.keyword !== 'LABEL') return [];
  const [pair] = instruction.pairs;
  return pair?.legacy === true ? [{ keyword: instruction.keyword, pair }] : [];
}

/** Bare where the value is one plain word, quoted where it has blanks; none where quotes within it would change their meaning. */
function withEquals(text: string, { key, value }: Pair): readonly Edit[] {
  const gap = text.slice(key.span[1], value.span[0]);
  if (/[^\s\\`]/.test(gap) || !/^[\w.-]+$/.test(key.text)) return [];

  const wholeQuoted = /^"[^"\\`]*"$|^'[^']*'$/.test(value.text);
  const plain = !/["'\\`]/.test(value.text);
  if (!wholeQuoted && !plain) return [];

  const quote = plain && /\s/.test(value.text) ? '"' : '';
  const edits: readonly Edit[] = [
    { span: [key.span[1], value.span[0]], text: `=${quote}` },
    { span: [value.span[1], value.span[1]], text: quote },
  ];
  return quote === '' ? edits.slice(0, 1) : edits;
}
