import { describe, expect, it } from 'vitest';
import { parseDockerignore } from '../../src/context/dockerignore.ts';
import { filepathMatch } from '../../src/context/filepath-match.ts';
import answers from './dockerignore-answers.json' with { type: 'json' };

interface Row {
  readonly text: string;
  readonly invalid?: boolean;
  readonly ignored?: readonly string[];
  readonly kept?: readonly string[];
}
const rows: readonly Row[] = answers.files;

describe('as BuildKit answers', () => {
  it.each(rows.map(row => [JSON.stringify(row.text), row] as const))('%s', (_, { text, invalid, ignored, kept }) => {
    const ignore = parseDockerignore(text);
    expect(ignore.patterns.some(({ problem }) => problem !== undefined)).toBe(invalid ?? false);
    if (invalid) return;
    const paths = [...(ignored ?? []), ...(kept ?? [])];
    expect(paths.filter(ignore.ignores)).toEqual(ignored);
    expect((kept ?? []).flatMap(foldersOf).filter(folder => !ignore.mayHoldIncluded(folder))).toEqual([]);
  });

  it.each(answers.matches)('filepath.Match(%j, %j) is %s', (pattern = '', name = '', answer = '') => {
    const matched = filepathMatch(pattern, name);
    expect(matched === undefined ? 'malformed' : matched ? 'yes' : 'no').toBe(answer);
  });
});

function foldersOf(path: string): string[] {
  const parts = path.split('/');
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'));
}

it('knows where each pattern stands', () => {
  const text = '\uFEFF# kept out\r\n\r\n  /node_modules/ \r\n! src/./x\n';
  const found = parseDockerignore(text).patterns.map(({ line, span, text: pattern, negated }) => ({
    line,
    written: text.slice(...span),
    pattern,
    negated,
  }));
  expect(found).toEqual([
    { line: 3, written: '/node_modules/', pattern: 'node_modules', negated: false },
    { line: 4, written: '! src/./x', pattern: 'src/x', negated: true },
  ]);
});

it('names the line that decides', () => {
  const { decidedBy } = parseDockerignore('*.md\n!README.md\n**/*.md\n');
  expect(['README.md', 'docs/a.md', 'CHANGES.md', 'src'].map(path => decidedBy(path)?.line)).toEqual([
    3,
    3,
    1,
    undefined,
  ]);
});

it.each([
  ['node_modules', 'node_modules', false],
  ['node_modules', 'src', true],
  ['*\n!src', 'node_modules', false],
  ['*\n!src', 'src', true],
  ['*\n!src/app/*.ts', 'src', true],
  ['*\n!src/app/*.ts', 'src/lib', false],
  ['*\n!src', 'lib/src', false],
  ['*\n!**/keep', 'lib', true],
  ['*\n!?rc/x', 'lib', true],
  ['!src\n*', 'src', false],
  ['a\n!a/b\na/b', 'a/b', false],
])('%j leaves something in %s: %s', (text, folder, expected) => {
  expect(parseDockerignore(text).mayHoldIncluded(folder)).toBe(expected);
});

it('is not held up by hostile patterns', () => {
  const { ignores } = parseDockerignore(`${'**/'.repeat(200)}a*${'*a'.repeat(200)}b\n${'?*'.repeat(300)}x\n`);
  expect(ignores('a'.repeat(2000))).toBe(false);
  expect(ignores('a/'.repeat(50) + 'c')).toBe(false);
});
