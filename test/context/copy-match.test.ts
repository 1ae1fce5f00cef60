import { describe, expect, it } from 'vitest';
import { escapesContext, hasWildcards, matchSources } from '../../src/context/copy-match.ts';
import { memoryContext } from '../../src/context/memory-context.ts';

const context = memoryContext({
  '.dockerignore': 'secret*\nnode_modules\n',
  'package.json': '{}',
  'package-lock.json': '{}',
  'secret.txt': '',
  'node_modules/x/index.js': '',
  'src/index.ts': '',
  'src/lib/a.ts': '',
  'src/lib/a.test.ts': '',
  'srv/b.ts': '',
  'odd[1].txt': '',
});

// BuildKit: ResolveWildcards in fsutil's copy package, then a copy of each match with all below it.
describe('what a source selects', () => {
  it.each([
    ['package.json', ['package.json']],
    ['./package.json', ['package.json']],
    ['/package.json', ['package.json']],
    ['../package.json', ['package.json']],
    ['package*.json', ['package-lock.json', 'package.json']],
    ['src', ['src/index.ts', 'src/lib/a.test.ts', 'src/lib/a.ts']],
    ['src/', ['src/index.ts', 'src/lib/a.test.ts', 'src/lib/a.ts']],
    ['src/*.ts', ['src/index.ts']],
    ['src/*', ['src/index.ts', 'src/lib/a.test.ts', 'src/lib/a.ts']],
    ['s?*/*.ts', ['src/index.ts', 'srv/b.ts']],
    ['sr[a-c]', ['src/index.ts', 'src/lib/a.test.ts', 'src/lib/a.ts']],
    ['**/a.ts', []],
    ['*/*/a.ts', ['src/lib/a.ts']],
    ['secret.txt', []],
    ['node_modules', []],
    ['missing', []],
    ['odd[[]1].txt', ['odd[1].txt']],
  ])('%s', (source, expected) => {
    expect(matchSources(context, source)).toEqual(expected);
  });

  it.each(['.', './', '/', ''])('%j is everything', source => {
    expect(matchSources(context, source)).toEqual(context.files());
  });

  it('leaves out what --exclude names, from the copied folder on', () => {
    expect(matchSources(context, 'src', ['**/*.test.ts'])).toEqual(['src/index.ts', 'src/lib/a.ts']);
    expect(matchSources(context, 'src', ['lib', '!lib/a.ts'])).toEqual(['src/index.ts', 'src/lib/a.ts']);
  });
});

it.each([
  ['..', true],
  ['../x', true],
  ['a/../../x', true],
  ['/../x', true],
  ['a/../x', false],
  ['..x', false],
  ['.', false],
])('%s leaves the context: %s', (source, expected) => {
  expect(escapesContext(source)).toBe(expected);
});

it.each([
  ['a*', true],
  ['[a]', true],
  ['a\\*', false],
  ['a\\\\*', true],
  ['a', false],
])('%s has wildcards: %s', (source, expected) => {
  expect(hasWildcards(source)).toBe(expected);
});
