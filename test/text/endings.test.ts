import { expect, it } from 'vitest';
import { withoutTrailing, withoutVersion } from '../../src/text/endings.ts';

it.each([
  ['/app//', '/', '/app'],
  ['//', '/', ''],
  ['', '/', ''],
  ['/a/b', '/', '/a/b'],
  ['line\r\n', '\r\n', 'line'],
])('takes from %j what it has of %j at its end', (text, characters, left) => {
  expect(withoutTrailing(text, characters)).toBe(left);
});

it.each([
  ['python3.12', 'python'],
  ['php-fpm8', 'php-fpm'],
  ['node', 'node'],
  ['7z', '7z'],
])('takes the version from %s', (program, name) => {
  expect(withoutVersion(program)).toBe(name);
});
