import { describe, expect, it } from 'vitest';
import { lexWord, type LexOptions, type VariableValue } from '../../src/dockerfile/shell-lex.ts';

const WORD: LexOptions = { escape: '\\', quotes: true };

const VALUES = new Map<string, VariableValue>([
  ['home', { isSet: true, value: '/home', certain: true }],
  ['tar', { isSet: true, value: 'a.tar.gz', certain: true }],
  ['empty', { isSet: true, value: '', certain: true }],
  ['korean', { isSet: true, value: '한국어', certain: true }],
  ['dollar', { isSet: true, value: '$0-$x', certain: true }],
  ['star', { isSet: true, value: '*', certain: true }],
  ['lines', { isSet: true, value: 'a\nb', certain: true }],
  ['arg', { isSet: true, value: '1', certain: false }],
  ['bare', { isSet: false, value: undefined, certain: false }],
  ['arch', { isSet: true, value: undefined, certain: false }],
  ['base', { isSet: undefined, value: undefined, certain: false }],
]);

const lookup = (name: string): VariableValue => VALUES.get(name) ?? { isSet: false, value: '', certain: true };

const value = (text: string, options = WORD): string | undefined => lexWord(text, options, lookup).value;

// Expected values are BuildKit's own: shell/lex.go of v0.33.1 was run on each of these.
describe('quotes and escapes', () => {
  it.each([
    ["he'll'o", 'hello'],
    ["he\\'llo", "he'llo"],
    ['abc\\tdef', 'abctdef'],
    ['"abc\\tdef"', 'abc\\tdef'],
    ['"a\\\\b"', 'a\\b'],
    ["'a\\b'", 'a\\b'],
    ['hello\\', 'hello'],
    ['"hel\'lo"', "hel'lo"],
    ["'$home'", '$home'],
    ['"$home"', '/home'],
    ['"\\$home"', '$home'],
    ['he\\$home', 'he$home'],
    ['$', '$'],
    ['a$.b', 'a$.b'],
    ['\uFEFFx', 'x'],
    ['<<EOF', '<<EOF'],
  ])('%s', (text, expected) => {
    expect(value(text)).toBe(expected);
  });

  it('takes the escape character of the file', () => {
    expect(value('C:\\x`$home`y', { escape: '`', quotes: true })).toBe('C:\\x$homey');
  });

  it('leaves the quotes of a heredoc as they are', () => {
    expect(value('"$home" \'$home\' \\$home', { escape: '\\', quotes: false })).toBe('"/home" \'/home\' $home');
  });
});

describe('variables', () => {
  it.each([
    ['$home/x', '/home/x'],
    ['$homes', ''],
    ['$1x', 'x'],
    ['a$@b', 'ab'],
    ['$한국', ''],
    ['${home}s', '/homes'],
    ['${none:-x}', 'x'],
    ['${none:-}', ''],
    ['${none:-${empty:-$home}}', '/home'],
    ['${none:-"a } b"}', 'a } b'],
    ['${none:-a\\}b}', 'a}b'],
    ['${empty:-x}', 'x'],
    ['${empty-x}', ''],
    ['${home-x}', '/home'],
    ['${home:+x}', 'x'],
    ['${empty:+x}', ''],
    ['${empty+x}', 'x'],
    ['${none+x}', ''],
    ['${home:?message}', '/home'],
    ['${empty?message}', ''],
  ])('%s', (text, expected) => {
    expect(value(text)).toBe(expected);
  });
});

describe('patterns', () => {
  it.each([
    ['${tar%.*}', 'a.tar'],
    ['${tar%%.*}', 'a'],
    ['${tar#*.}', 'tar.gz'],
    ['${tar##*.}', 'gz'],
    ['${tar#?}', '.tar.gz'],
    ['${tar%gz}', 'a.tar.'],
    ['${tar#tar}', 'a.tar.gz'],
    ['${tar#[a]}', 'a.tar.gz'],
    ['${tar/a/b}', 'b.tar.gz'],
    ['${tar//a/b}', 'b.tbr.gz'],
    ['${tar/t*r/x}', 'a.x.gz'],
    ['${tar//./}', 'atargz'],
    ['${tar//\\./-}', undefined],
    ['${home//\\//-}', '-home'],
    ['${home/$home/x}', 'x'],
    ['${star/\\*/x}', 'x'],
    ['${empty//*/x}', 'x'],
    ['${tar//a/$dollar}', 'a-.ta-r.gz'],
    ['${korean#?}', '국어'],
    ['${korean%?}', '한국'],
    ['${none%x}', ''],
  ])('%s', (text, expected) => {
    expect(value(text)).toBe(expected);
  });

  it.each([
    ['a value with line feeds', '${lines#a}'],
    ['an endless pattern', `\${tar#${'*a'.repeat(5000)}}`],
  ])('does not try %s', (_, text) => {
    expect(lexWord(text, WORD, lookup)).toMatchObject({ value: undefined, error: undefined });
  });
});

describe('what is not known', () => {
  it.each([
    ['$arg', '1', false],
    ['${arg:+x}', 'x', false],
    ['x${none:-$arg}', 'x1', false],
    ['${home:-$arg}', '/home', true],
    ['$bare', undefined, false],
    ['${bare:-x}', 'x', false],
    ['${bare:+x}', '', false],
    ['${bare?message}', undefined, false],
    ['$arch', undefined, false],
    ['${arch+x}', 'x', false],
    ['${arch:+x}', undefined, false],
    ['${arch%64}', undefined, false],
    ['${home#$arch}', undefined, false],
    ['a$base', undefined, false],
    ['${base:-x}', undefined, false],
    ['${base-x}', undefined, false],
    ['${home:-$base}', '/home', true],
  ])('%s', (text, expected, certain) => {
    expect(lexWord(text, WORD, lookup)).toMatchObject({ value: expected, certain, error: undefined });
  });

  it('gives up on values that grow without end', () => {
    const long: VariableValue = { isSet: true, value: 'x'.repeat(3000), certain: true };
    expect(lexWord('$a', WORD, () => long).value).toHaveLength(3000);
    expect(lexWord('$a$a', WORD, () => long).value).toBeUndefined();
  });

  it('gives up on nesting that no one writes', () => {
    const nested = (depth: number): string => '${none:-'.repeat(depth) + 'x' + '}'.repeat(depth);
    expect(value(nested(100))).toBe('x');
    expect(lexWord(nested(100_000), WORD, lookup)).toMatchObject({ value: undefined, error: undefined });
  });
});

describe('what BuildKit rejects', () => {
  it.each([
    ["he'llo", "The closing `'` is missing", [2, 6]],
    ['a"b', 'The closing `"` is missing', [1, 3]],
    ['${', '`}` is missing', [0, 2]],
    ['a${home', '`}` is missing', [1, 7]],
    ['${home:-x', '`}` is missing', [8, 9]],
    ['${home/x}', '`/` is missing', [7, 9]],
    ['${}', '`${` is followed by no name', [0, 3]],
    ['${:-x}', '`${` is followed by no name', [0, 6]],
    ['${home.}', '`.` is not something to do with a variable', [0, 8]],
    ['${home:#x}', '`:#` is not something to do with a variable', [0, 10]],
    ['${none?no home}', '`none` is not set: no home', [0, 15]],
    ['${empty:?}', '`empty` is not set', [0, 10]],
    ['${home#\\x}', 'The pattern escapes a character that needs none', [0, 10]],
    ['${home%a\\b}', 'The pattern escapes a character that needs none', [0, 11]],
  ])('%s', (text, message, span) => {
    expect(lexWord(text, WORD, lookup)).toMatchObject({ value: undefined, certain: false, error: { message, span } });
  });
});

describe('uses', () => {
  it.each([
    ['a$home', [['home', '$home', undefined]]],
    ['$$home', [['$', '$$', undefined]]],
    [
      '${a:-${b##"$c"}}/$d',
      [
        ['a', '${a:-${b##"$c"}}', ':-'],
        ['b', '${b##"$c"}', '##'],
        ['c', '$c', undefined],
        ['d', '$d', undefined],
      ],
    ],
    [
      '${tar//a/$b}',
      [
        ['tar', '${tar//a/$b}', '//'],
        ['b', '$b', undefined],
      ],
    ],
    ["'$home' \\$home", []],
  ])('%s', (text, expected) => {
    const { uses } = lexWord(text, WORD, lookup);
    expect(uses.map(use => [use.name, text.slice(...use.span), use.operator])).toEqual(expected);
    for (const use of uses) expect(text.slice(...use.nameSpan)).toBe(use.name);
  });
});
