import { expect, it } from 'vitest';
import { parseDockerfile } from '../../src/dockerfile/parse.ts';

it.each([
  ['nothing', ''],
  ['a byte order mark alone', '\uFEFF'],
  ['line ends alone', '\r\n\r\r\n\n'],
  ['NUL', '\0FROM a\0\nRUN \0'],
  ['lone surrogates', 'FROM a\nRUN --mount=\uD800 \uDC00 <<\uD800\nENV a="\\\uD83D'],
  ['an escape alone', '\\\n\\\n\\'],
  ['an open heredoc', 'FROM a\nRUN <<E\nx'],
  ['an open quote', 'FROM a\nENV a="b\nRUN --mount="x\nLABEL \'a'],
  [
    'keywords alone',
    'FROM\nRUN\nCOPY\nADD\nENV\nLABEL\nARG\nCMD\nENTRYPOINT\nHEALTHCHECK\nONBUILD\nSHELL\nEXPOSE\nUSER',
  ],
  ['bytes of a picture', '\u0089PNG\r\n\u001A\n\0\0\0\rIHDR\uFFFD\uFFFD'],
  ['deep ONBUILD', `FROM a\n${'ONBUILD '.repeat(100_000)}RUN x`],
  ['deep variables', `FROM a\nRUN ${'${a:-'.repeat(100_000)} <<E\nE`],
  ['deep JSON', `FROM a\nRUN ${'['.repeat(100_000)}`],
  ['a RUN of a million lines', `FROM a\nRUN x ${'\\\n y '.repeat(1_000_000)}`],
  ['a RUN of a million comments', `FROM a\nRUN x \\\n${'# y\n'.repeat(1_000_000)}z`],
  ['ten megabytes on one line', `FROM a\nRUN ${'x '.repeat(5_000_000)}`],
  ['a megabyte of flags', `FROM a\nRUN ${'--a=b '.repeat(170_000)}`],
  ['many blanks', `FROM a\nRUN x${' '.repeat(1_000_000)}y\n# escape=${' \t'.repeat(500_000)}x`],
  ['many instructions', 'FROM a AS b\nCOPY --from=b c d\n'.repeat(50_000)],
  ['many heredocs', `FROM a\nRUN ${'<<E '.repeat(50_000)}\n${'E\n'.repeat(50_000)}`],
])('gives a model whose spans lie in the text, in linear time: %s', (_name, text) => {
  const { instructions, comments, problems } = parseDockerfile(text);
  const spans = [...instructions, ...comments, ...problems].map(({ span }) => span);
  expect(spans.filter(([start, end]) => start < 0 || start > end || end > text.length)).toEqual([]);
});
