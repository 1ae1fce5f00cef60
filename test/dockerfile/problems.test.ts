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
  ['a check option without a value', '# check=skip = all\nFROM a\n', ['skip = all']],
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
  ['FROM misspelt', 'FORM a\nRUN b\n', ['FORM']],
  ['no FROM, and words that are no instruction', 'RUN a\nb c\n', ['RUN', 'b']],
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
  ['mounts of no known type or option', 'FROM a\nRUN --mount=type=foo,targt=/x y\n', ['foo', 'targt=/x']],
  [
    'wrong values in a mount',
    'FROM a\nRUN --mount=type=cache,target=/x,sharing=own,mode=9,ro=x y\n',
    ['own', '9', 'x'],
  ],
  ['a mount over the root folder', 'FROM a\nRUN --mount=target=/ x\n', ['target=/']],
  ['a secret without an id', 'FROM a\nRUN --mount=type=secret x\n', ['type=secret']],
  ['an owner of what is bound', 'FROM a\nRUN --mount=target=/x,uid=1 y\n', ['target=/x,uid=1']],
  ['a base image that is blank', 'ARG B\nFROM $B\n', ['$B']],
  [
    'a base image that is no reference',
    'FROM Alpine\nFROM a:b:c\nFROM -a\nFROM a@sha256:0\n',
    ['Alpine', 'a:b:c', '-a', 'a@sha256:0'],
  ],
  ['a stage named in capitals', 'FROM a AS b\nFROM B\n', ['B']],
  ['a platform that is none', 'FROM --platform=amd46 a\nFROM --platform=linux/a/b/c a\n', ['amd46', 'linux/a/b/c']],
  ['an image with a bad substitution', 'FROM a:${x@Q}\n', ['a:${x@Q}']],
  ['words that cannot be expanded', 'FROM a\nWORKDIR ${x\nENV a="b\nCOPY ${y@Q} z\n', ['${x', '"b', '${y@Q}']],
  ['--from of a variable', 'ARG x\nFROM a\nCOPY --from=$x b c\n', ['$x']],
  ['--from of a stage that is not there', 'FROM a\nCOPY --from=2 b c\nCOPY --from=B d e\n', ['2', 'B']],
  [
    '--from of its own and of later stages',
    'FROM a AS b\nCOPY --from=b x y\nCOPY --from=c x y\nFROM a AS c\n',
    ['b', 'c'],
  ],
  ['a mount from a later stage', 'FROM a\nRUN --mount=from=c,target=/x y\nFROM a AS c\n', ['c']],
  [
    'ports that are none',
    'FROM a\nEXPOSE 80 80a 90-80 1/foo 70000 x:80:80\n',
    ['80a', '90-80', '1/foo', '70000', 'x:80:80'],
  ],
  ['a signal that is none', 'FROM a\nSTOPSIGNAL SIGFOO\n', ['SIGFOO']],
  ['a mode that is none', 'FROM a\nCOPY --chmod=999 a b\n', ['999']],
  ['COPY of a URL', 'FROM a\nCOPY https://example.org/x /y\n', ['https://example.org/x']],
  ['a checksum of a file', 'FROM a\nADD --checksum=sha256:aa x /y\n', ['--checksum=sha256:aa']],
  ['a trigger that a stage of the file pulls', 'FROM a AS b\nONBUILD COPY --foo x y\nFROM b\n', ['b']],
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

// BuildKit 0.33 accepts each of these, where the base image defines the variables.
it.each([
  ['RUN, CMD and ENTRYPOINT with nothing', 'FROM a\nRUN\nCMD\nENTRYPOINT\nRUN []\n'],
  ['flags on ARG and STOPSIGNAL', 'FROM a\nARG --x y\nSTOPSIGNAL --x 9\n'],
  ['flags on HEALTHCHECK NONE', 'FROM a\nHEALTHCHECK --x NONE\n'],
  ['odd names', 'FROM a\nARG a-b=1 "x y"\nENV a-b=1 "x y"=2 1=2\n'],
  ['stages of one name', 'FROM a AS b\nFROM c AS b\nFROM d AS scratch\n'],
  ['durations', 'FROM a\nHEALTHCHECK --interval=1h2m3.5s --timeout=0 --start-period=+1ms --retries=0 CMD x\n'],
  ['booleans in any case', 'FROM a\nCOPY --link=TRUE x y\n'],
  ['a trigger that nothing pulls', 'FROM a\nONBUILD COPY --foo x y\n'],
  [
    'mounts',
    'FROM a AS b\nRUN --mount=type=cache,dst=/c,sharing=Locked,uid=1,mode=0755,ro --mount=type=secret,id=x,required y\n',
  ],
  ['mounts that hang on a variable', 'FROM a\nRUN --mount=type=$T,target=$x,mode=$m y\n'],
  ['references', 'FROM localhost/a\nFROM x.y:80/a_b/c--d:E.1\nFROM A/b\nFROM [::1]:5/a\n'],
  ['a base image with a default', 'ARG B=a\nFROM ${B}:${T:-1}\n'],
  [
    'platforms',
    'FROM --platform=$BUILDPLATFORM a\nFROM --platform=linux/arm/v7 a\nFROM --platform=windows(10.0)/amd64 a\n',
  ],
  [
    '--from of a number, a name in capitals and an image',
    'FROM a AS b\nFROM a\nCOPY --from=0 x y\nCOPY --from=B x y\nCOPY --from=c:1 x y\n',
  ],
  ['ports', 'FROM a\nEXPOSE 80 81/UDP 8000-8010 127.0.0.1:80:80 $PORT 90:90\n'],
  ['signals', 'FROM a\nSTOPSIGNAL 9\nSTOPSIGNAL term\nSTOPSIGNAL SIGRTMIN+3\nSTOPSIGNAL $S\n'],
  ['modes', 'FROM a\nCOPY --chmod=0755 a b\nCOPY --chmod=u=rwX,go-w a b\nCOPY --chmod=$M a b\n'],
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
