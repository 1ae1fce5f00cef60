/** A stream of numbers below a limit, the same for the same seed (mulberry32). */
export function randomNumbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return below => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

type Mutation = (text: string, other: string, random: (below: number) => number) => string;

const MUTATIONS: readonly Mutation[] = [
  (text, _, random) => text.slice(0, random(text.length + 1)),
  (text, _, random) => text.slice(random(text.length + 1)),
  (text, other, random) => text.slice(0, random(text.length + 1)) + other.slice(random(other.length + 1)),
  (text, _, random) => withLines(text, lines => lines.toSpliced(random(lines.length), 1)),
  (text, _, random) => withLines(text, lines => lines.toSpliced(random(lines.length), 0, '')),
  (text, other, random) =>
    withLines(text, lines => {
      const from = other.split('\n');
      return lines.toSpliced(random(lines.length), 0, from[random(from.length)] ?? '');
    }),
  (text, _, random) => withLines(text, lines => lines.toSpliced(random(lines.length), 0, '  # a comment')),
  text => text.toLowerCase(),
  text => text.toUpperCase(),
  text => text.replaceAll(/\r?\n/g, '\r\n'),
  text => `\uFEFF${text}`,
  text => text.replace(/\n+$/, ''),
  text => `# escape=\`\n${text.replaceAll(/\\$/gm, '`')}`,
  (text, _, random) => {
    const at = random(text.length + 1);
    const inserted = [
      '"',
      "'",
      '\\',
      '$',
      '${',
      '`',
      '<<EOF',
      '\n',
      '\t',
      '\uD83D',
      'é',
      '😀',
      '&&',
      '|',
      ';',
      '{{',
      '#',
    ];
    return text.slice(0, at) + inserted[random(inserted.length)] + text.slice(at);
  },
];

function withLines(text: string, change: (lines: readonly string[]) => readonly string[]): string {
  return change(text.split('\n')).join('\n');
}

/** A file cut, spliced with another, re-cased or re-encoded, one to three times over. */
export function mutate(text: string, other: string, random: (below: number) => number): string {
  let result = text;
  for (let count = 1 + random(3); count > 0; count--)
    result = MUTATIONS[random(MUTATIONS.length)]?.(result, other, random) ?? result;
  return result;
}
