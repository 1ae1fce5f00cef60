import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDockerfile } from '../../src/dockerfile/parse.ts';
import { shellcheckScripts, spanOf } from '../../src/cli/shellcheck-script.ts';
import { folderWith, plimsoll, textOf } from '../support/run-program.ts';

const isThere = spawnSync('shellcheck', ['--version']).status === 0;

/** What ShellCheck finds, as `line:column code`, without what the rules of our own find. */
function found(dockerfile: string, args: readonly string[] = []): string[] {
  const cwd = folderWith({ Dockerfile: dockerfile });
  const { out, err } = plimsoll(['--shellcheck', 'on', '--format', 'gnu', ...args], { cwd });
  expect(err).toBe('');
  return Array.from(out.matchAll(/^Dockerfile:(\d+:\d+): .*\[(SC\d+)\]$/gm), ([, at, code]) => `${at} ${code}`);
}

describe('the scripts that ShellCheck is given', () => {
  const textsOf = (text: string): string[] => shellcheckScripts(parseDockerfile(text)).map(script => script.text);

  it('say which shell it is and what is defined', () => {
    const [text] = textsOf('ARG G=1\nFROM debian:13\nARG A\nENV B=2\nRUN echo $A');
    expect(text).toMatch(/^# shellcheck shell=dash\nexport (?:\w+=1 )*A=1 (?:\w+=1 )*B=1 .*\necho \$A\n$/);
    expect(text).not.toContain(' G=1');
  });

  it('follow SHELL, its flags, and shebangs', () => {
    const [first, second] = textsOf(
      'FROM x\nSHELL ["/bin/bash", "-eo", "pipefail", "-c"]\nRUN a\nRUN <<E\n#!/bin/ksh\nb\nE\n',
    );
    expect(first).toMatch(/^# shellcheck shell=bash\nexport .*\nset -e\na\n$/);
    expect(second).toMatch(/^# shellcheck shell=ksh\nexport .*\n# \/bin\/ksh\nb\n\n$/);
  });

  it.each([
    ['the exec form', 'FROM x\nRUN ["echo", "$a"]'],
    ['PowerShell', 'FROM x\nSHELL ["pwsh", "-c"]\nRUN echo $a'],
    ['Windows', '# escape=`\nFROM mcr.microsoft.com/windows/servercore:ltsc2022\nRUN echo $a'],
    ['other interpreters', 'FROM x\nRUN <<E\n#!/usr/bin/env python3\nprint(1)\nE'],
    ['zsh, which it does not know', 'FROM x\nSHELL ["zsh", "-c"]\nRUN echo $a'],
    ['what the container runs', 'FROM x\nCMD echo $a\nENTRYPOINT run $b\nHEALTHCHECK CMD c $d'],
  ])('leave out %s', (_, text) => expect(textsOf(text)).toEqual([]));

  it('have their places in the file, whatever characters stand before them', () => {
    const text = 'FROM x\r\nRUN echo "😀é" && \\\r\n  # remark\r\n\techo $a\r\n';
    const [script] = shellcheckScripts(parseDockerfile(text));
    if (!script) throw new Error('no script');
    const line = script.head + 1;
    const column = Array.from(script.script.source.text.split('$')[0] ?? '').length + 1;
    const span = spanOf(script, { line, endLine: line, column, endColumn: column + 2 });
    expect(span && text.slice(...span)).toBe('$a');
    expect(spanOf(script, { line: 1, endLine: 1, column: 1, endColumn: 1 })).toBeUndefined();
  });
});

describe.skipIf(!isThere)(`ShellCheck itself${isThere ? '' : ' (skipped: shellcheck is not on the PATH)'}`, () => {
  it('reports exact places under its own codes', () => {
    const text = 'FROM alpine:3.22\nRUN set -u; \\\n  # remark\n  for f in "a"; do \\\n    echo "é$f"; done\n';
    expect(found(text)).toEqual(['4:12 SC2043']);
  });

  it('knows what ARG, ENV and the base image define', () => {
    expect(found('FROM python:3.13-slim\nARG a\nENV b=1\nRUN echo "$a $b $http_proxy"')).toEqual([]);
    expect(found('FROM alpine:3.22\nRUN echo "$a"')).toEqual(['2:11 SC2154']);
    expect(found('FROM example.org/x:1\nRUN echo "$a"')).toEqual([]);
    expect(found('FROM alpine:3.22\nONBUILD RUN echo "$a"')).toEqual([]);
  });

  it('leaves out what makes no sense in a Dockerfile', () => {
    expect(found('FROM alpine:3.22\nRUN . /etc/os-release && . "$HOME/x"\nRUN <<E\n#!/bin/sh\ntrue\nE\n')).toEqual([]);
  });

  it('leaves out missing quotes around what gives one word', () => {
    const script = 'RUN f="$(ls)" && make -j$(nproc) && rm $f $(ls) && [ "$(uname -m)" = $(arch) ]';
    const { out } = plimsoll(['--shellcheck', 'on', '--preset', 'hadolint', '--format', 'gnu'], {
      cwd: folderWith({ Dockerfile: `FROM alpine:3.22\n${script}` }),
    });
    expect(out.match(/^.*quot.*$/gm)?.map(line => line.replace(/: .*/, ''))).toEqual([
      'Dockerfile:2:40',
      'Dockerfile:2:43',
    ]);
  });

  it('holds bashisms against shells that are known to be none', () => {
    const script = 'RUN [[ -e /a ]]';
    expect(found(`FROM debian:13-slim\n${script}`, ['--select', 'SC3010'])).toEqual(['2:5 SC3010']);
    expect(found(`FROM fedora:43\n${script}`, ['--select', 'SC3010'])).toEqual([]);
    expect(found(`FROM example.org/x:1\n${script}`, ['--select', 'SC3010'])).toEqual([]);
  });

  it('goes by the severities and the selection of the configuration', () => {
    const text = 'FROM alpine:3.22\nRUN for f in "a"; do echo "$f" "$u"; done\n';
    expect(found(text, ['--ignore', 'SC2043'])).toEqual(['2:33 SC2154']);
    const report = plimsoll(['--shellcheck', 'on', '--format', 'json', '-'], { input: text }).out;
    expect(report).toContain('"docs": "https://www.shellcheck.net/wiki/SC2154"');
    expect(found(text, ['--select', 'SC2043'])).toEqual(['2:14 SC2043']);
    expect(found(text, ['--select', 'maintainer-deprecated'])).toEqual([]);
    const cwd = folderWith({
      Dockerfile: text,
      '.plimsoll.yaml': 'shellcheck: auto\nrules:\n  SC2043: info\n  SC2154: off\n',
    });
    const { out, code } = plimsoll(['--format', 'gnu'], { cwd });
    expect(out).toMatch(/^Dockerfile:2:14: note: .*\[SC2043\]\n/m);
    expect(out).not.toContain('SC2154');
    expect(code).toBe(0);
  });

  it.each([
    ['hadolint', '# hadolint ignore=SC2043'],
    ['plimsoll', '# plimsoll ignore=SC2043'],
  ])('is silenced by the pragmas of %s', (_, pragma) => {
    const text = `FROM alpine:3.22\n${pragma}\nRUN for f in "a"; do echo "$f"; done\n`;
    expect(found(text)).toEqual([]);
    expect(found(text.replace('2043', '2044'))).toEqual(['3:14 SC2043']);
  });

  it('heeds the directives in a heredoc', () => {
    expect(
      found('FROM alpine:3.22\nRUN <<E\n# shellcheck disable=SC2043\nfor f in "a"; do echo "$f"; done\nE\n'),
    ).toEqual([]);
  });

  it('reads what is left after fixes', () => {
    const cwd = folderWith({ Dockerfile: 'FROM alpine:3.22\nMAINTAINER me\n\nRUN for f in "a"; do echo "$f"; done\n' });
    const { out } = plimsoll(['--shellcheck', 'on', '--fix', '--format', 'gnu', '--select', 'DL4000,SC2043'], { cwd });
    const line =
      textOf(cwd, 'Dockerfile')
        .split('\n')
        .findIndex(text => text.startsWith('RUN')) + 1;
    expect(out).toContain(`Dockerfile:${line}:14: `);
  });
});

describe('the program', () => {
  /** A PATH with a program of the given text in the place of ShellCheck. */
  function pathWith(program: string | undefined): Record<string, string> {
    const folder = folderWith({});
    const bin = join(folder, 'bin');
    mkdirSync(bin);
    symlinkSync(process.execPath, join(bin, 'node'));
    if (program !== undefined) writeFileSync(join(bin, 'shellcheck'), program, { mode: 0o755 });
    return { PATH: bin, LOG: join(folder, 'log') };
  }
  const files = { Dockerfile: 'FROM alpine:3.22\nRUN a\n', 'b/Dockerfile': 'FROM alpine:3.22\nRUN b\nRUN a\n' };

  it('is started once for all files and asked about each script once', () => {
    const cwd = folderWith(files);
    const env = pathWith('#!/bin/sh\nprintf "%s\\n" "$*" >>"$LOG"\n[ "$1" = --version ] || echo \'{"comments":[]}\'\n');
    expect(plimsoll(['--shellcheck', 'on', '--select', 'SC2086'], { cwd, env }).code).toBe(0);
    const calls = textOf(join(env['LOG'] ?? '', '..'), 'log')
      .trimEnd()
      .split('\n');
    expect(calls.map(call => call.replace(/^.* -- /, ''))).toEqual(['--version', '0 1']);
  });

  it.each([
    ['#!/bin/sh\n[ "$1" = --version ] || { echo oh no >&2; exit 3; }\n', 'ShellCheck failed: oh no'],
    ['#!/bin/sh\n[ "$1" = --version ] || echo hello\n', 'version 0.7 or newer is needed'],
  ])('that fails is told of, without a stack trace', (program, message) => {
    const { code, err } = plimsoll(['--shellcheck', 'on'], { cwd: folderWith(files), env: pathWith(program) });
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });

  it('that is missing is an error where it is demanded', () => {
    const { code, err } = plimsoll(['--shellcheck', 'on'], { cwd: folderWith(files), env: pathWith(undefined) });
    expect([code, err]).toEqual([
      2,
      'plimsoll: `shellcheck: on` needs the program shellcheck, which is not on the PATH; `auto` does without it\n',
    ]);
  });
});
