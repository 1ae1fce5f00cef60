import { expect, it } from 'vitest';
import { parseDockerfile } from '../../src/dockerfile/parse.ts';

/** The texts that the problems of a file underline. */
function underlined(text: string): readonly string[] {
  return parseDockerfile(text).problems.map(({ span }) => text.slice(...span));
}

// BuildKit 0.33 rejects each of these.
it.each([
  ['an unknown instruction', 'FROM a\nRUM b\n', ['RUM']],
  ['all of them', 'FROM a\nRUM b\nCOPI c d\n', ['RUM', 'COPI']],
  ['an escape that is none', '# escape=x\nFROM a\n', ['# escape=x']],
  ['a blank as escape', '# escape= \nFROM a\n', ['# escape= ']],
  ['a directive given twice', '# escape=`\n# escape=`\nFROM a\n', ['# escape=`']],
  ['an unknown check option', '# check=foo\nFROM a\n', ['foo']],
  ['a check option without a boolean', '# check=skip=all;error=yes\nFROM a\n', ['skip=all;error=yes']],
  ['an open heredoc', 'FROM a\nRUN <<E cat\nx\n', ['<<E']],
  ['numbers in the JSON form', 'FROM a\nCMD ["a", 1]\n', ['["a", 1]']],
  ['numbers in the JSON form of a trigger', 'FROM a\nONBUILD CMD [1]\n', ['[1]']],
  ['ENV without a value', 'FROM a\nENV a\n', ['ENV']],
  ['ENV with a stray word', 'FROM a\nENV a=b c d=e f\n', ['c', 'f']],
  ['LABEL without a name', 'FROM a\nLABEL =b\n', ['=b']],
  ['ARG without a name', 'FROM a\nARG x =b\n', ['=b']],
  ['ENV, LABEL and ARG with nothing', 'FROM a\nENV\nLABEL\nARG\n', ['ENV', 'LABEL', 'ARG']],
  ['FROM with nothing', 'FROM\n', ['FROM']],
  ['FROM with two words', 'FROM a b\n', ['a b']],
  ['FROM with a word but AS', 'FROM a is b\n', ['a is b']],
  ['a stage named by a number', 'FROM a AS 1\n', ['1']],
  ['COPY with one word', 'FROM a\nCOPY a\n', ['COPY']],
  ['COPY to a heredoc', 'FROM a\nCOPY a <<E\nE\n', ['<<E']],
  ['WORKDIR and USER with nothing', 'FROM a\nWORKDIR\nUSER\n', ['WORKDIR', 'USER']],
  ['SHELL that is no JSON', 'FROM a\nSHELL bash -c\n', ['bash -c']],
  ['SHELL of nothing', 'FROM a\nSHELL []\n', ['SHELL']],
  ['an empty VOLUME', 'FROM a\nVOLUME ["", "/a"]\n', ['""']],
  ['HEALTHCHECK with nothing', 'FROM a\nHEALTHCHECK\n', ['HEALTHCHECK']],
  ['HEALTHCHECK without CMD', 'FROM a\nHEALTHCHECK curl x\n', ['curl']],
  ['HEALTHCHECK without a command', 'FROM a\nHEALTHCHECK CMD\n', ['CMD']],
  ['HEALTHCHECK NONE with more', 'FROM a\nHEALTHCHECK NONE x\n', ['x']],
  ['wrong durations', 'FROM a\nHEALTHCHECK --interval=5 --timeout=1d --start-period=1us CMD x\n', ['5', '1d', '1us']],
  ['wrong retries', 'FROM a\nHEALTHCHECK --retries=-1 CMD x\n', ['-1']],
  ['an unknown flag', 'FROM a\nCOPY --form=b x y\n', ['--form=b']],
  ['a flag where there are none', 'FROM a\nCMD --foo bar\n', ['--foo']],
  ['a flag given twice', 'FROM a\nCOPY --from=b --from=c x y\n', ['--from=c']],
  ['a flag without a value', 'FROM a\nCOPY --chown x y\n', ['--chown']],
  ['a flag with a wrong boolean', 'FROM a\nCOPY --link=yes x y\n', ['yes']],
  ['an unknown network', 'FROM a\nRUN --network=hots x\n', ['hots']],
  ['a mount that is no list', `FROM a\nRUN --mount='type=bind,"x' y\n`, [`'type=bind,"x'`]],
  ['a variable in the from of a mount', 'FROM a\nRUN --mount=from=$x,target=/y z\n', ['from=$x']],
  ['triggers that cannot be', 'FROM a\nONBUILD FROM b\nONBUILD ONBUILD RUN x\n', ['FROM', 'ONBUILD']],
  ['instructions before FROM', 'ARG x\nRUN a\nENV b=c\nFROM d\n', ['RUN', 'ENV']],
  ['no FROM', 'RUN a\nRUN b\n', ['RUN']],
  ['nothing but ARG', 'ARG x\n', ['ARG']],
  ['nothing but comments', '# a\n# b\n', ['# b']],
  ['nothing', '', ['']],
  ['a line too long', `FROM a\nRUN ${'x'.repeat(65_532)}\n`, [`RUN ${'x'.repeat(65_532)}`]],
])('rejects %s', (_name, text, spans) => {
  expect(underlined(text)).toEqual(spans);
});

// BuildKit 0.33 accepts each of these.
it.each([
  ['RUN, CMD and ENTRYPOINT with nothing', 'FROM a\nRUN\nCMD\nENTRYPOINT\nRUN []\n'],
  ['flags on ARG and STOPSIGNAL', 'FROM a\nARG --x y\nSTOPSIGNAL --x 9\n'],
  ['flags on HEALTHCHECK NONE', 'FROM a\nHEALTHCHECK --x NONE\n'],
  ['odd names', 'FROM a\nARG a-b=1 "x y"\nENV a-b=1 "x y"=2 1=2\n'],
  ['stages of one name', 'FROM a AS b\nFROM c AS b\nFROM d AS scratch\n'],
  ['durations', 'FROM a\nHEALTHCHECK --interval=1h2m3.5s --timeout=0 --start-period=+1ms --retries=0 CMD x\n'],
  ['booleans in any case', 'FROM a\nCOPY --link=TRUE x y\n'],
  ['a trigger that nothing pulls', 'FROM a\nONBUILD COPY --foo x y\n'],
  ['a line as long as can be', `FROM a\nRUN ${'x'.repeat(65_531)}\n`],
])('accepts %s', (_name, text) => {
  expect(parseDockerfile(text).problems).toEqual([]);
});

it('says what was meant', () => {
  const messages = parseDockerfile('FROM a\nRUM b\nCOPY --form=b x y\n').problems.map(({ message }) => message);
  expect(messages).toEqual([
    'There is no instruction `RUM`; did you mean `RUN`?',
    'COPY has no flag `--form`; did you mean `--from`?',
  ]);
});

it('tells what has a rule of its own', () => {
  const { problems } = parseDockerfile('RUN a\nFROM b\nONBUILD FROM c\n');
  expect(problems.map(({ kind }) => kind)).toEqual(['before-from', 'onbuild']);
});
