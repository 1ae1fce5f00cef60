import { expect, it } from 'vitest';
import { matchesGlob } from '../../src/text/glob.ts';

it.each([
  ['Dockerfile', 'a/b/Dockerfile', true],
  ['Dockerfile', 'Dockerfile.dev', false],
  ['*.Dockerfile', 'a/x.Dockerfile', true],
  ['a/*.Dockerfile', 'a/b/x.Dockerfile', false],
  ['a/**/x', 'a/x', true],
  ['a/**/x', 'a/b/c/x', true],
  ['**/a/**', 'b/a/c', true],
  ['a/**', 'a', true],
  ['vendor/', 'vendor/a/Dockerfile', true],
  ['./a/b', 'a/b', true],
  ['/a/b', 'a/b', true],
  ['Dockerfile.{dev,test}', 'Dockerfile.test', true],
  ['{a,b}/{c,d}', 'b/d', true],
  ['Dockerfile.[a-c]', 'Dockerfile.b', true],
  ['Dockerfile.[!a-c]', 'Dockerfile.b', false],
  ['Dockerfile?', 'Dockerfile2', true],
  ['*a*b', 'xaxbxb', true],
  ['*', '😀', true],
  ['', 'a', false],
])('%s on %s: %s', (glob, path, expected) => expect(matchesGlob(glob, path)).toBe(expected));

it('takes its time in hard cases too', () => {
  expect(matchesGlob(`${'*a'.repeat(200)}b`, 'a'.repeat(20_000))).toBe(false);
  expect(matchesGlob(`${'**/'.repeat(200)}b`, 'a/'.repeat(2_000))).toBe(false);
  expect(matchesGlob('{a,b}'.repeat(40), 'c')).toBe(false);
});
