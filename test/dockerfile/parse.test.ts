import { expect, it } from 'vitest';
import type { Instruction } from '../../src/dockerfile/model.ts';
import { parseDockerfile } from '../../src/dockerfile/parse.ts';

/** The instruction with an index in a text that BuildKit accepts. */
function instructionIn(text: string, index = 1): Instruction {
  const { instructions, problems } = parseDockerfile(text);
  expect(problems).toEqual([]);
  const instruction = instructions[index];
  if (instruction === undefined) throw new Error(`There is no instruction ${index}.`);
  return instruction;
}

const argsOf = ({ args }: Instruction): readonly string[] => args.map(({ text }) => text);
const flagsOf = ({ flags }: Instruction): readonly string[] =>
  flags.map(({ name, value }) => (value === undefined ? `--${name}` : `--${name}=${value}`));
const keywordsOf = (text: string): readonly string[] =>
  parseDockerfile(text).instructions.map(({ keyword }) => keyword);

// The expected values are those of BuildKit 0.33's parser.
it.each([
  ['blanks in strings', 'FROM a\nCMD ["nginx", "-g", "daemon off;"]\n', ['nginx', '-g', 'daemon off;']],
  ['escapes', 'FROM a\nCMD ["a\\tb", "\\u00e9\\"", "c:\\\\d"]\n', ['a\tb', 'é"', 'c:\\d']],
  ['a comment between the strings', 'FROM a\nCMD [ \\\n # c\n "a" ]\n', ['a']],
  ['a backtick as escape', '# escape=`\nFROM a\nSHELL ["p", `\n "q"]\n', ['p', 'q']],
  ['HEALTHCHECK', 'FROM a\nHEALTHCHECK --timeout=3s CMD ["a", "b"]\n', ['a', 'b']],
  ['COPY', 'FROM a\nCOPY ["a b", "/c"]\n', ['a b', '/c']],
  ['VOLUME', 'FROM a\nVOLUME ["/a"]\n', ['/a']],
  ['no strings', 'FROM a\nCMD []\n', []],
])('reads the JSON form: %s', (_name, text, args) => {
  const instruction = instructionIn(text);
  expect(instruction.json).toBe(true);
  expect(argsOf(instruction)).toEqual(args);
});

it.each([
  ['a trailing comma', 'FROM a\nRUN ["echo", "hi",]\n'],
  ['text behind', 'FROM a\nCMD ["a"] b\n'],
  ['single quotes', "FROM a\nCMD ['a']\n"],
  ['no comma', 'FROM a\nCMD ["a" "b"]\n'],
  ['an unknown escape', 'FROM a\nCMD ["c:\\dir"]\n'],
])('takes for shell form what is no strict JSON: %s', (_name, text) => {
  const instruction = instructionIn(text);
  expect(instruction.json).toBe(false);
  expect(instruction).toHaveProperty('script.text', text.slice(text.indexOf(' ', 7) + 1, -1));
});

it.each([
  ['an indented comment', 'FROM a\nRUN a \\\n  # c\n && b\n', 'a  && b'],
  ['an escape that ends the line before', 'FROM a\nRUN a \\\n && find . {} \\;\n', 'a  && find . {} \\;'],
  ['blanks behind the escape', 'FROM a\nRUN a \\ \t\nb\n', 'a b'],
  ['an empty line', 'FROM a\nRUN a \\\n\n && b\n', 'a  && b'],
  ['a line of a no-break space', 'FROM a\nRUN a \\\n\u00a0\n && b\n', 'a  && b'],
  ['two escapes, which continue nothing', 'FROM a\nRUN a \\\\\nRUN z\n', 'a \\\\'],
  ['the end of the file', 'FROM a\nRUN a \\', 'a'],
  ['CRLF', 'FROM a\r\nRUN a \\\r\n b\r\n', 'a  b'],
  ['a CR that stands alone', 'FROM a\nRUN a\rb\n', 'a\rb'],
  ['JSON in the midst', 'FROM a\nRUN echo ["a"]\n', 'echo ["a"]'],
])('gives the shell text: %s', (_name, text, script) => {
  expect(instructionIn(text)).toHaveProperty('script.text', script);
});

it('maps the shell text to where it stands', () => {
  const text = 'FROM a\nRUN a \\\n  # c\n && bcd \\\n e\n';
  const { body } = instructionIn(text);
  const at = body.text.indexOf('bcd');
  expect(text.slice(...body.sourceSpan([at, at + 3]))).toBe('bcd');
  expect(text.slice(...body.sourceSpan([at, body.text.length]))).toBe('bcd \\\n e');
  expect(body.slice(at).sourceOffset(0)).toBe(text.indexOf('bcd'));
});

it.each([
  ['a body', 'FROM a\nCOPY <<E /f\nx y\nE\n', [['E', 'x y\n']], ['<<E', '/f']],
  ['a blank before the name', 'FROM a\nRUN << EOF\nx\nEOF\nRUN z\n', [['EOF', 'x\n']], ['<<', 'EOF']],
  ['a file descriptor', 'FROM a\nRUN 3<<EOF cat\nx\nEOF\nRUN z\n', [['EOF', 'x\n']], ['3<<EOF', 'cat']],
  ['a quoted blank', 'FROM a\nRUN <<"E F"\nx\nE F\nRUN z\n', [['E F', 'x\n']], ['<<"E', 'F"']],
  ['a name partly quoted', 'FROM a\nRUN <<E"O"F\nx\nEOF\nRUN z\n', [['EOF', 'x\n']], ['<<E"O"F']],
  [
    'a dash that holds for one of two',
    'FROM a\nRUN <<-A cat <<B\n\tA\n\tB\nB\nRUN z\n',
    [
      ['A', ''],
      ['B', '\tB\n'],
    ],
    ['<<-A', 'cat', '<<B'],
  ],
  ['comments and continuations in it', 'FROM a\nRUN <<E\n# c\na \\\nE\n', [['E', '# c\na \\\n']], ['<<E']],
  ['a continued line before it', 'FROM a\nRUN a \\\n <<E\nx\nE\n', [['E', 'x\n']], ['a', '<<E']],
  ['CRLF', 'FROM a\r\nRUN <<E\r\nx\r\nE\r\n', [['E', 'x\r\n']], ['<<E']],
  ['ONBUILD', 'FROM a\nONBUILD RUN <<E\nx\nE\n', [['E', 'x\n']], ['RUN', '<<E']],
])('reads a heredoc: %s', (_name, text, heredocs, args) => {
  const instruction = instructionIn(text);
  expect(instruction.heredocs.map(({ name, body }) => [name, body.text])).toEqual(heredocs);
  expect(instruction.heredocs.map(({ bodySpan }) => text.slice(...bodySpan))).toEqual(heredocs.map(([, body]) => body));
  expect(argsOf(instruction)).toEqual(args);
});

it.each([
  ['in quotes', "FROM a\nRUN sh -c 'cat <<EOF\\n'\nRUN z\n"],
  ['on CMD', 'FROM a\nCMD cat <<EOF\nRUN z\n'],
  ['in the JSON form', 'FROM a\nRUN ["cat", "<<EOF"]\nRUN z\n'],
  ['a here-string', 'FROM a\nRUN cat <<<EOF\nRUN z\n'],
  ['behind a quote that stays open', "FROM a\nRUN it's <<EOF\nRUN z\n"],
])('sees no heredoc: %s', (_name, text) => {
  expect(instructionIn(text).heredocs).toEqual([]);
  expect(instructionIn(text, 2).keyword).toBe('RUN');
});

it('says of a heredoc how its body is to be read', () => {
  const { heredocs } = instructionIn('FROM a\nRUN <<A <<"B" 4<<-C\nA\nB\n\t\tx\n\tC\n');
  expect(heredocs.map(({ name, expand, chomp, descriptor }) => [name, expand, chomp, descriptor])).toEqual([
    ['A', true, false, 0],
    ['B', false, false, 0],
    ['C', true, true, 4],
  ]);
});

it.each([
  ['escape below an unknown one', '# foo=bar\n# escape=`\nFROM a\nRUN a \\\n b\n', '\\', []],
  ['a comment with an equals sign', '# see x=y\nFROM a\n', '\\', []],
  ['two of them', '# syntax=docker/dockerfile:1\n#escape = `\nFROM a\n', '`', ['syntax', 'escape']],
  ['in other letters', '# EscApe=`\nFROM a\n', '`', ['escape']],
  ['below a blank line', '\n# escape=`\nFROM a\n', '\\', []],
  ['behind a byte order mark', '\uFEFF# escape=`\nFROM a\n', '`', ['escape']],
  ['indented', '  # escape=`\nFROM a\n', '`', ['escape']],
])('reads directives: %s', (_name, text, escape, names) => {
  const { directives, problems, ...dockerfile } = parseDockerfile(text);
  expect(problems).toEqual([]);
  expect(dockerfile.escape).toBe(escape);
  expect(directives.map(({ name }) => name)).toEqual(names);
});

it.each([
  ['quotes', 'FROM a\nCOPY --chown="1:1" x y\n', ['--chown=1:1'], 'x y'],
  [
    'a blank in quotes',
    'FROM a\nRUN --mount=type=bind,source="a b",target=/x c\n',
    ['--mount=type=bind,source=a b,target=/x'],
    'c',
  ],
  ['a double dash', 'FROM a\nRUN -- --foo\n', [], '--foo'],
  ['two', 'FROM a\nCOPY --link --from=b x y\n', ['--link', '--from=b'], 'x y'],
  ['one on a line of its own', 'FROM a\nCOPY --link \\\n  --from=b \\\n x y\n', ['--link', '--from=b'], 'x y'],
  ['an escaped blank', 'FROM a\nCOPY --chown=b\\ c x y\n', ['--chown=b c'], 'x y'],
])('reads flags: %s', (_name, text, flags, rest) => {
  const instruction = instructionIn(text);
  expect(flagsOf(instruction)).toEqual(flags);
  expect(instruction.body.text).toBe(rest);
});

it('knows where a flag and its value stand', () => {
  const text = 'FROM a\nCOPY --chown="1:1" x y\n';
  const [flag] = instructionIn(text).flags;
  expect(flag && text.slice(...flag.span)).toBe('--chown="1:1"');
  expect(flag?.valueSpan && text.slice(...flag.valueSpan)).toBe('"1:1"');
});

it('takes a mount apart', () => {
  const text = `FROM a\nRUN --mount='type=cache,"target=/a,b",id=$x,ro' true\n`;
  const instruction = instructionIn(text);
  const [mount] = instruction.keyword === 'RUN' ? instruction.mounts : [];
  expect(mount).toMatchObject({ type: 'cache', target: '/a,b', id: '$x', source: undefined, from: undefined });
  const id = mount?.options.get('id');
  expect(id && text.slice(...id.span)).toBe('$x');
});

it.each([
  ['several', 'FROM a\nARG x=1 y=2 z\n', ['x=1', 'y=2', 'z']],
  ['a quote behind a backslash in single quotes', "FROM a\nENV a='b\\' c=d\n", ["a='b\\'", 'c=d']],
  ['blanks in quotes over two lines', 'FROM a\nENV a="1 \\\n   2"\n', ['a="1    2"']],
  ['an escaped blank', 'FROM a\nENV a=b\\ c d=e\n', ['a=b\\ c', 'd=e']],
  ['a backslash in a path', 'FROM a\nCOPY a\\b c\n', ['a\\b', 'c']],
  ['one word with blanks', 'FROM a\nWORKDIR /a b\n', ['/a b']],
])('splits words: %s', (_name, text, args) => {
  expect(argsOf(instructionIn(text))).toEqual(args);
});

it.each([
  [
    'FROM a\nENV a=b c="d e"\n',
    [
      ['a', 'b', false],
      ['c', '"d e"', false],
    ],
  ],
  ['FROM a\nENV a b c\n', [['a', 'b c', true]]],
  ['FROM a\nLABEL "x y"=z\n', [['"x y"', 'z', false]]],
  [
    'FROM a\nENV a=b=c d=\n',
    [
      ['a', 'b=c', false],
      ['d', '', false],
    ],
  ],
])('reads pairs: %j', (text, expected) => {
  const instruction = instructionIn(text);
  const pairs = instruction.keyword === 'ENV' || instruction.keyword === 'LABEL' ? instruction.pairs : [];
  expect(pairs.map(({ key, value, legacy }) => [key.text, value.text, legacy])).toEqual(expected);
});

it('reads an image, its platform and its name', () => {
  const text = 'FROM --platform=linux/arm64 python:3 aS Web\n';
  const instruction = instructionIn(text, 0);
  expect(instruction).toMatchObject({ keyword: 'FROM', image: { text: 'python:3' }, alias: { text: 'Web' } });
  expect(instruction.keyword === 'FROM' && instruction.asSpan && text.slice(...instruction.asSpan)).toBe('aS');
});

it('reads what an ONBUILD wraps', () => {
  const text = 'FROM a\nONBUILD COPY --link x /y\n';
  const instruction = instructionIn(text);
  const inner = instruction.keyword === 'ONBUILD' ? instruction.inner : undefined;
  expect(inner).toMatchObject({ keyword: 'COPY', inOnbuild: true, destination: { text: '/y' }, index: 1 });
  expect(inner && text.slice(...inner.span)).toBe('COPY --link x /y');
  expect(inner?.stage).toBe(instruction.stage);
});

it('counts lines as BuildKit does', () => {
  const text = '\n# c\nFROM a\nRUN a \\\n # c\n\n b\nCOPY <<E /x\ny\nE\nRUN z \\\n# end\n';
  const lines = parseDockerfile(text).instructions.map(({ firstLine, lastLine }) => [firstLine, lastLine]);
  expect(lines).toEqual([
    [3, 3],
    [4, 7],
    [8, 10],
    [11, 12],
  ]);
});

it('gives comments to the instruction below and to the one they stand in', () => {
  const { comments, instructions } = parseDockerfile('# far\n\n# near\n#\nFROM a\nRUN a \\\n  #  in  \n b\n');
  expect(comments.map(({ text, line }) => [text, line])).toEqual([
    ['far', 1],
    ['near', 3],
    ['', 4],
    ['in', 7],
  ]);
  expect(instructions[0]?.comments.map(({ text }) => text)).toEqual(['near', '']);
  expect(instructions[1]?.innerComments.map(({ text }) => text)).toEqual(['in']);
});

it('shows the empty lines in a continued instruction', () => {
  const text = 'FROM a\nRUN a \\\n \n b\n';
  expect(instructionIn(text).emptyLines.map(span => text.slice(...span))).toEqual([' ']);
});

it('ends an instruction with its last character', () => {
  const text = '  FROM a  \r\nCOPY <<E /x\ny\nE\n  RUN b \\\n c \\\n\n# end\n';
  expect(parseDockerfile(text).instructions.map(({ span }) => text.slice(...span))).toEqual([
    'FROM a',
    'COPY <<E /x\ny\nE',
    'RUN b \\\n c \\',
  ]);
});

it.each([
  ['the heredoc of a RUN', 'FROM a\nRUN <<E"O"F\nx\nEOF\nRUN z\n', ['FROM', 'RUN', 'RUN']],
  ['a line of a no-break space', 'FROM a\nRUN a \\\n\u00a0\n && b\n', ['FROM', 'RUN']],
  ['everything indented', '  FROM a\n\tRUN b\n', ['FROM', 'RUN']],
  ['a CR alone, which ends no line', 'FROM a\rRUN b\n', ['FROM']],
  ['lower case', 'from a\nrun b\n', ['FROM', 'RUN']],
])('finds the instructions: %s', (_name, text, keywords) => {
  expect(keywordsOf(text)).toEqual(keywords);
});
