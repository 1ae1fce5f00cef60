import { expect, it } from 'vitest';
import { isBinary } from '../../src/dockerfile/binary.ts';

it.each([
  ['', false],
  ['FROM a\n# caf\uFFFD\nRUN b\n', false],
  ['FROM a\nLABEL x=héé😀\n', false],
  ['\uFFFDPNG\r\n\u001A\n\0\0\0', true],
  ['\uFFFD\uFFFD\uFFFDabc', true],
  ['F\0R\0O\0M\0', true],
])('tells text from what is none: %j', (text, expected) => {
  expect(isBinary(text)).toBe(expected);
});
