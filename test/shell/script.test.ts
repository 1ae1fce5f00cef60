import { describe, expect, it } from 'vitest';
import { parseDockerfile } from '../../src/dockerfile/parse.ts';
import type { Script } from '../../src/shell/model.ts';
import { scriptsOf } from '../../src/shell/script.ts';

function scriptsIn(text: string): readonly Script[] {
  return parseDockerfile(text).instructions.flatMap(scriptsOf);
}

/** Every word of every command, as the Dockerfile has it at the word's span. */
function underlined(text: string): readonly string[] {
  const words = scriptsIn(text).flatMap(({ commands }) => commands.flatMap(command => command.words));
  return words.map(({ span }) => text.slice(...span));
}

describe('the text of a script', () => {
  it.each([
    ['shell form', 'FROM a\nRUN a b\n', ['a b']],
    ['CMD', 'FROM a\nCMD a b\n', ['a b']],
    ['ENTRYPOINT', 'FROM a\nENTRYPOINT exec a\n', ['exec a']],
    ['HEALTHCHECK', 'FROM a\nHEALTHCHECK --interval=5s CMD curl -f x || exit 1\n', ['curl -f x || exit 1']],
    ['HEALTHCHECK NONE', 'FROM a\nHEALTHCHECK NONE\n', []],
    ['nothing to run', 'FROM a\nCOPY a b\nWORKDIR /x\n', []],
    ['ONBUILD', 'FROM a\nONBUILD RUN a\n', ['a']],
    ['exec form', 'FROM a\nCMD ["nginx", "-g", "daemon off;"]\n', ["'nginx' '-g' 'daemon off;'"]],
    ['exec form with a quote', 'FROM a\nCMD ["a", "b\'c"]\n', ["'a' 'b'\\''c'"]],
    ['exec form of HEALTHCHECK', 'FROM a\nHEALTHCHECK CMD ["a", "b"]\n', ["'a' 'b'"]],
    ['empty exec form', 'FROM a\nCMD []\n', []],
    ['continuation', 'FROM a\nRUN a \\\n  # why\n  && b\n', ['a   && b']],
    ['heredoc', 'FROM a\nRUN <<EOF\na\nb\nEOF\n', ['a\nb\n']],
    ['heredoc without tabs', 'FROM a\nRUN <<-EOF\n\ta\n\t\tb\n\tEOF\n', ['a\nb\n']],
    ['heredoc as data', 'FROM a\nRUN cat <<EOF > f\nx\nEOF\n', ['cat <<EOF > f\nx\nEOF']],
    ['two heredocs', 'FROM a\nRUN cat <<A - <<B\nx\nA\ny\nB\n', ['cat <<A - <<B\nx\nA\ny\nB']],
    ['heredoc for a shell', 'FROM a\nRUN bash -e <<EOF\na\nEOF\n', ['bash -e <<EOF\na\nEOF', 'a\n']],
    ['sh -c', `FROM a\nRUN sh -c 'a && b'\n`, [`sh -c 'a && b'`, 'a && b']],
    ['sh -c with quotes', 'FROM a\nRUN sh -c "a \\"b\\" $C"\n', ['sh -c "a \\"b\\" $C"', 'a "b" $C']],
    ['sh -c in sh -c', `FROM a\nRUN sh -c "sh -c 'x y'"\n`, [`sh -c "sh -c 'x y'"`, `sh -c 'x y'`, 'x y']],
    ['sh -c of what is unknown', 'FROM a\nRUN sh -c "$CMD"\n', ['sh -c "$CMD"']],
    ['sh -c of one word', 'FROM a\nRUN sh -c ls\n', ['sh -c ls', 'ls']],
    ['sh -c of one variable', 'FROM a\nRUN sh -c $CMD\n', ['sh -c $CMD']],
    ['sh with a file', 'FROM a\nRUN sh install.sh -c x\n', ['sh install.sh -c x']],
    ['sh -c in exec form', 'FROM a\nRUN ["/bin/sh", "-c", "a b"]\n', [`'/bin/sh' '-c' 'a b'`, 'a b']],
    ['su -c', `FROM a\nRUN su app -s /bin/bash -c 'a b'\n`, [`su app -s /bin/bash -c 'a b'`, 'a b']],
    ['eval', `FROM a\nRUN eval 'a b'\n`, [`eval 'a b'`, 'a b']],
  ])('%s', (_, text, expected) => {
    expect(scriptsIn(text).map(({ source }) => source.text)).toEqual(expected);
  });
});

describe('the places of words', () => {
  it.each([
    [
      'continuations and comments',
      'FROM a\nRUN apt-get \\\n # why\n install -y \\\n\n  curl\n',
      ['apt-get', 'install', '-y', 'curl'],
    ],
    ['a word cut in two', 'FROM a\nRUN echo ab\\\ncd\n', ['echo', 'ab\\\ncd']],
    ['quotes', `FROM a\nRUN echo "a b" 'c'\n`, ['echo', '"a b"', `'c'`]],
    ['CRLF', 'FROM a\r\nRUN a \\\r\n b\r\n', ['a', 'b']],
    ['heredoc', 'FROM a\nRUN <<EOF\napk add x\nEOF\n', ['apk', 'add', 'x']],
    ['heredoc without tabs', 'FROM a\nRUN <<-EOF\n\tapk\tadd\n\t\tx\n\tEOF\n', ['apk', 'add', 'x']],
    ['second heredoc', 'FROM a\nRUN cat <<A && bash <<B\nx\nA\napk add\nB\n', ['cat', 'bash', 'apk', 'add']],
    ['exec form', 'FROM a\nCMD ["a", "b c"]\n', ['"a"', '"b c"']],
    ['script in exec form', 'FROM a\nCMD ["sh", "-c", "a b"]\n', ['"sh"', '"-c"', '"a b"', 'a', 'b']],
    [
      'script in exec form with escapes',
      'FROM a\nCMD ["sh", "-c", "a \\"b\\" c"]\n',
      ['"sh"', '"-c"', '"a \\"b\\" c"', 'a', '\\"b\\', 'c'],
    ],
    ['substitution', 'FROM a\nRUN a "$(b c)" `d e`\n', ['a', '"$(b c)"', '`d e`', 'b', 'c', 'd', 'e']],
    [
      'backquotes in backquotes',
      'FROM a\nRUN a `b \\`c d\\` e`\n',
      ['a', '`b \\`c d\\` e`', 'b', '`c d\\`', 'e', 'c', 'd'],
    ],
    ['sh -c', 'FROM a\nRUN sh -c "a \\$b c"\n', ['sh', '-c', '"a \\$b c"', 'a', '$b', 'c']],
    ['escape directive', '# escape=`\nFROM --platform=linux/amd64 a\nRUN a `\n b\n', ['a', 'b']],
  ])('%s', (_, text, expected) => {
    expect(underlined(text)).toEqual(expected);
  });
});

describe('the shell', () => {
  const shells = (text: string): readonly string[] =>
    scriptsIn(text).map(({ shell, shellFlags }) => [shell, ...shellFlags].join(' '));

  it.each([
    ['default', 'FROM a\nRUN x\n', ['sh -c']],
    ['SHELL', 'FROM a\nSHELL ["/bin/bash", "-o", "pipefail", "-c"]\nRUN x\n', ['bash -o pipefail -c']],
    ['only behind SHELL', 'FROM a\nRUN x\nSHELL ["bash", "-c"]\nRUN x\nCMD y\n', ['sh -c', 'bash -c', 'bash -c']],
    ['not in the next stage', 'FROM a\nSHELL ["bash", "-c"]\nFROM b\nRUN x\n', ['sh -c']],
    ['a shell behind a launcher', 'FROM a\nSHELL ["conda", "run", "-n", "e", "/bin/bash", "-c"]\nRUN x\n', ['bash -c']],
    ['PowerShell', 'FROM a\nSHELL ["powershell.exe", "-Command"]\nRUN x\n', ['powershell -Command']],
    ['cmd', 'FROM a\nSHELL ["C:\\\\Windows\\\\cmd.exe", "/S", "/C"]\nRUN x\n', ['cmd /S /C']],
    ['no shell', 'FROM a\nSHELL ["python3", "-c"]\nRUN x\n', ['other -c']],
    ['comment', 'FROM a\n# hadolint shell=bash\nRUN x\nRUN y\n', ['bash -c', 'bash -c']],
    [
      'comment above the first FROM',
      '# hadolint shell=bash\nARG a\nFROM a\nRUN x\nFROM b\nRUN y\n',
      ['bash -c', 'bash -c'],
    ],
    ['comment, with a blank line', 'FROM a\n# hadolint shell=bash\n\n# x\nRUN x\n', ['bash -c']],
    ['Windows image', 'FROM mcr.microsoft.com/windows/servercore:ltsc2022\nRUN x\n', ['cmd /S /C']],
    ['Windows tag', 'FROM golang:1.24-nanoserver\nRUN x\n', ['cmd /S /C']],
    ['escape character of Windows', '# escape=`\nFROM a\nRUN x\n', ['cmd /S /C']],
    ['the same on Linux', '# escape=`\nFROM --platform=linux/amd64 a\nRUN x\n', ['sh -c']],
    ['inherited', 'FROM a AS x\nSHELL ["bash", "-c"]\nFROM x\nRUN x\n', ['bash -c']],
    ['inherited from Windows', 'FROM golang:nanoserver AS x\nFROM x\nRUN x\n', ['cmd /S /C']],
    ['Windows platform', 'FROM --platform=windows/amd64 a\nRUN x\n', ['cmd /S /C']],
    ['shebang', 'FROM a\nRUN <<EOF\n#!/bin/bash -e\nx\nEOF\n', ['bash -e']],
    ['shebang of env', 'FROM a\nRUN <<EOF\n#!/usr/bin/env -S bash -eu\nx\nEOF\n', ['bash -eu']],
    ['shebang of no shell', 'FROM a\nRUN <<EOF\n#!/usr/bin/env python3\nprint(1)\nEOF\n', ['other ']],
    ['nested', `FROM a\nRUN bash -eo pipefail -c 'x'\n`, ['sh -c', 'bash -eo pipefail -c']],
    ['ONBUILD', 'FROM a\nSHELL ["bash", "-c"]\nONBUILD RUN x\n', ['bash -c']],
  ])('%s', (_, text, expected) => {
    expect(shells(text).map(shell => shell.trimEnd())).toEqual(expected.map(shell => shell.trimEnd()));
  });

  it.each(['powershell', 'cmd', 'python'])('reads no commands in %s', shell => {
    const [script] = scriptsIn(`FROM a\nSHELL ["${shell}", "-c"]\nRUN if (x) { y } else {\n`);
    expect(script).toMatchObject({ ast: undefined, commands: [], errors: [] });
  });
});

describe('errors', () => {
  it.each([
    ['open quote', 'FROM a\nRUN echo "a\n', ['"']],
    ['stray bracket', 'FROM a\nRUN a \\\n ) b\n', [')']],
    ['too many levels', `FROM a\nRUN ${'"$(a '.repeat(2000)}\n`, ['"$(']],
    ['in a substitution', 'FROM a\nRUN a $(if b)\n', [')']],
    ['none', 'FROM a\nRUN if a; then b; fi\n', []],
  ])('%s', (_, text, expected) => {
    const errors = scriptsIn(text).flatMap(script => script.errors);
    expect(errors.slice(0, 1).map(({ span }) => text.slice(...span))).toEqual(expected);
  });

  it.each([
    ['$(', '$('.repeat(20_000)],
    ['((', '('.repeat(50_000)],
    ['if', 'if '.repeat(50_000)],
    ['"${', '"${a:-'.repeat(20_000)],
    ['`', '\\`'.repeat(20_000)],
    ['{', '{ '.repeat(50_000)],
    ['lone surrogates', 'a \uD800 "\uDC00" $(\uD800'],
    ['sudo', 'sudo '.repeat(50_000)],
  ])('survives %s', (_, body) => {
    const text = `FROM a\nRUN ${body}\n`;
    for (const { commands, errors } of scriptsIn(text)) {
      for (const { span } of [...commands, ...errors]) expect(span[1]).toBeLessThanOrEqual(text.length);
    }
  });
});
