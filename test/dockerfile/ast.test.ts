import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parseDockerfile } from '../../src/dockerfile/parse.ts';
import { syntaxTreeOf } from '../support/syntax-tree.ts';

const fixtures: readonly (readonly [name: string, text: string])[] = readdirSync('test/fixtures', {
  recursive: true,
  encoding: 'utf8',
})
  .filter(file => /(?:^|\/)Dockerfile[^/]*$/.test(file))
  .map(file => [file, readFileSync(join('test/fixtures', file), 'utf8')]);

it('has fixtures to hold the two readers against each other', () => {
  expect(fixtures.length).toBeGreaterThan(0);
});

const CASES: readonly (readonly [name: string, text: string])[] = [
  ...fixtures,
  ['a heredoc', 'FROM a\nRUN << EOF\nRUN x\nEOF\nCOPY <<-"E F" /x\n\tE F\nRUN z\n'],
  ['no heredoc', "FROM a\nRUN echo '<<EOF'\nCMD cat <<EOF\nRUN z\n"],
  ['two escapes', 'FROM a\nRUN a \\\\\nRUN z\n'],
  ['dropped lines', 'FROM a\nRUN a \\\n\u00a0\n# c \\\n && b\nRUN z\n'],
  ['an escape that is none', '# a=b\n# escape=`\nFROM a\nRUN a \\\n b\n'],
  ['an escape', '# escape=`\nFROM a\nRUN a `\n b\\\nRUN z\n'],
  ['a byte order mark', '\uFEFFFROM a\r\nRUN b\r\n'],
];

it.each(CASES)('agrees with dockerfile-ast where the instructions start: %s', (_name, text) => {
  const dockerfile = parseDockerfile(text);
  const starts = dockerfile.instructions.map(({ keyword, keywordSpan }) => {
    const { line, column } = dockerfile.lines.position(keywordSpan[0]);
    return `${keyword} ${line}:${column}`;
  });
  const theirs = syntaxTreeOf(dockerfile).getInstructions();
  expect(
    theirs.map(instruction => {
      const { line, character } = instruction.getRange().start;
      return `${instruction.getKeyword()} ${line + 1}:${character + 1}`;
    }),
  ).toEqual(starts);
});
