export type CharTest = (code: number) => boolean;

export interface CharRead {
  readonly test: CharTest;
  readonly end: number;
}

interface CodeRead {
  readonly code: number;
  readonly end: number;
}

type Ranges = readonly (readonly [low: number, high: number])[];

/** RE2's named classes, as pairs of characters that bound ranges. */
const NAMED: Readonly<Record<string, string>> = {
  alnum: '09AZaz',
  alpha: 'AZaz',
  ascii: '\0\x7f',
  blank: '\t\t  ',
  cntrl: '\0\x1f\x7f\x7f',
  digit: '09',
  graph: '!~',
  lower: 'az',
  print: ' ~',
  punct: '!/:@[`{~',
  space: '\t\r  ',
  upper: 'AZ',
  word: '09AZaz__',
  xdigit: '09AFaf',
};
const PERL: Readonly<Record<string, string>> = { d: '09', s: '\t\n\f\r  ', w: '09AZaz__' };
const CONTROL: Readonly<Record<string, number>> = { a: 7, f: 12, n: 10, r: 13, t: 9, v: 11 };

/** An escape that stands for one character or a set of them; undefined where RE2 knows none such. */
export function escapeAt(source: string, at: number): CharRead | undefined {
  const set = setAt(source, at);
  if (set !== 'none') return set;
  const read = escapedCode(source, at);
  return read && { test: code => code === read.code, end: read.end };
}

/** A class from its `[` on; undefined where RE2 would refuse it. */
export function classAt(source: string, start: number): CharRead | undefined {
  const negated = source[start + 1] === '^';
  const first = negated ? start + 2 : start + 1;
  const tests: CharTest[] = [];
  for (let at = first; at < source.length;) {
    if (source[at] === ']' && at > first) {
      return { test: code => tests.some(test => test(code)) !== negated, end: at + 1 };
    }
    const member = memberAt(source, at);
    if (member === undefined) return undefined;
    tests.push(member.test);
    at = member.end;
  }
  return undefined;
}

function memberAt(source: string, at: number): CharRead | undefined {
  const named = namedAt(source, at);
  if (named !== 'none') return named;
  const set = setAt(source, at);
  if (set !== 'none') return set;

  const low = codeAt(source, at);
  if (low === undefined) return undefined;
  const isRange = source[low.end] === '-' && source[low.end + 1] !== ']' && low.end + 1 < source.length;
  const high = isRange ? codeAt(source, low.end + 1) : low;
  if (high === undefined || high.code < low.code) return undefined;
  return { test: code => low.code <= code && code <= high.code, end: high.end };
}

/** `[:alpha:]` in a class, `[:^alpha:]` its opposite; `none` where no such thing begins here. */
function namedAt(source: string, at: number): CharRead | undefined | 'none' {
  if (!source.startsWith('[:', at)) return 'none';
  const close = source.indexOf(':]', at + 2);
  if (close === -1) return 'none';
  const negated = source[at + 2] === '^';
  const ranges = NAMED[source.slice(at + (negated ? 3 : 2), close)];
  if (ranges === undefined) return undefined;
  return { test: inRanges(ranges, negated), end: close + 2 };
}

/** `\d`, `\W`, `\pL`; `none` where no such thing begins here. */
function setAt(source: string, at: number): CharRead | undefined | 'none' {
  if (source[at] !== '\\') return 'none';
  const letter = source[at + 1] ?? '';
  if (letter === 'p' || letter === 'P') return unicodeSet(source[at + 2] ?? '', letter === 'P', at + 3);
  const ranges = PERL[letter.toLowerCase()];
  if (ranges === undefined) return 'none';
  return { test: inRanges(ranges, letter < 'a'), end: at + 2 };
}

function unicodeSet(category: string, negated: boolean, end: number): CharRead | undefined {
  if (!'CLMNPSZ'.includes(category) || category === '') return undefined;
  const set = new RegExp(`\\p{${category}}`, 'u');
  return { test: code => set.test(String.fromCodePoint(code)) !== negated, end };
}

function inRanges(text: string, negated: boolean): CharTest {
  const ranges: Ranges = Array.from({ length: text.length / 2 }, (_, index) => [
    text.charCodeAt(index * 2),
    text.charCodeAt(index * 2 + 1),
  ]);
  return code => ranges.some(([low, high]) => low <= code && code <= high) !== negated;
}

function codeAt(source: string, at: number): CodeRead | undefined {
  if (source[at] === '\\') return escapedCode(source, at);
  const code = source.codePointAt(at);
  return code === undefined ? undefined : { code, end: at + (code > 0xffff ? 2 : 1) };
}

function escapedCode(source: string, at: number): CodeRead | undefined {
  const char = source[at + 1] ?? '';
  const number = /^(?:0[0-7]{0,2}|[1-7][0-7]{1,2})/.exec(source.slice(at + 1, at + 4))?.[0];
  if (number !== undefined) return { code: Number.parseInt(number, 8), end: at + 1 + number.length };
  const hex = /^x([\da-fA-F]{2})/.exec(source.slice(at + 1, at + 4))?.[1];
  if (hex !== undefined) return { code: Number.parseInt(hex, 16), end: at + 4 };
  const control = CONTROL[char];
  if (control !== undefined) return { code: control, end: at + 2 };
  const isPlain = char !== '' && char.charCodeAt(0) < 128 && !/[\da-zA-Z]/.test(char);
  return isPlain ? { code: char.charCodeAt(0), end: at + 2 } : undefined;
}
