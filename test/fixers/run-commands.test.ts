import { describe, expect, it } from 'vitest';
import { parseDockerfile } from '../../src/dockerfile/parse.ts';
import type { Dockerfile, RunInstruction } from '../../src/dockerfile/model.ts';
import { appendCommand, dropCommand, insertCommand } from '../../src/fixers/run-commands.ts';
import { commandsOf } from '../../src/shell/commands.ts';
import type { ShellCommand } from '../../src/shell/model.ts';
import { applyEdits, type Edit } from '../../src/text/span.ts';

const HEAD = 'FROM alpine\n';

function edited(code: string, edit: (dockerfile: Dockerfile, run: RunInstruction) => Edit | undefined) {
  const dockerfile = parseDockerfile(code.startsWith('#') ? code : HEAD + code);
  const run = dockerfile.instructions.find(({ keyword }) => keyword === 'RUN');
  const found = run?.keyword === 'RUN' ? edit(dockerfile, run) : undefined;
  return found && applyEdits(dockerfile.text, [found]).replace(HEAD, '');
}

function commandNamed(run: RunInstruction, wanted: string): ShellCommand | undefined {
  return commandsOf(run).find(({ name }) => name === wanted);
}

describe('appendCommand', () => {
  const append = (code: string) => edited(code, (dockerfile, run) => appendCommand(dockerfile, run, 'new'));

  it.each([
    ['RUN a', 'RUN a && new'],
    ['RUN a; b;', 'RUN a; b && new;'],
    ['RUN a || b', 'RUN a || b && new'],
    ['RUN a | b # why', 'RUN a | b && new # why'],
    ['RUN a && b \\\n', 'RUN a && b && new \\\n'],
    ['RUN a \\\n  && b', 'RUN a \\\n  && b \\\n  && new'],
    [
      '# a\r\nFROM a\r\nRUN a \\\r\n\t&&   b\r\nCMD c',
      '# a\r\nFROM a\r\nRUN a \\\r\n\t&&   b \\\r\n\t&&   new\r\nCMD c',
    ],
    ['RUN a && \\\n    b', 'RUN a && \\\n    b && \\\n    new'],
    ['RUN set -e; \\\n    a; \\\n    b', 'RUN set -e; \\\n    a; \\\n    b && \\\n    new'],
    ['RUN a && b \\\n    x \\\n    y', 'RUN a && b \\\n    x \\\n    y \\\n    && new'],
    ['RUN a \\\n  # why\n  && b \\\n  x', 'RUN a \\\n  # why\n  && b \\\n  x \\\n  && new'],
    [
      '# escape=`\nFROM --platform=linux/arm64 a\nRUN a `\n && b',
      '# escape=`\nFROM --platform=linux/arm64 a\nRUN a `\n && b `\n && new',
    ],
    ['RUN a || exit 1; b', 'RUN a || exit 1; b && new'],
    ['RUN <<EOF\nset -e\n! a\nEOF', 'RUN <<EOF\nset -e\n! a && new\nEOF'],
    ['RUN if a; then b; fi', 'RUN if a; then b; fi && new'],
    ['RUN <<EOF\nset -e\na\nb # why\nEOF', 'RUN <<EOF\nset -e\na\nb && new # why\nEOF'],
    ['RUN <<-EOF\n\tset -eux\n\ta\nEOF', 'RUN <<-EOF\n\tset -eux\n\ta\n\tnew\nEOF'],
    ['RUN <<EOF\nset -e\na && b\nEOF', 'RUN <<EOF\nset -e\na && b && new\nEOF'],
    ['RUN <<EOF\na\nb\nEOF', 'RUN <<EOF\na\nb && new\nEOF'],
    ['RUN cat <<EOF >/x\na\nEOF', 'RUN cat <<EOF >/x && new\na\nEOF'],
    ['RUN sh -c "a"', 'RUN sh -c "a" && new'],
  ])('%j', (before, after) => expect(append(before)).toBe(after));

  it.each([
    'RUN ["a"]',
    'RUN a &',
    'RUN a; exit 0',
    'RUN a && exec b',
    'RUN a && (',
    // BuildKit leaves the CR in the text: what is added would stand behind it, in another line.
    'RUN <<EOF\r\nset -e\r\na\r\nEOF\r\n',
    'RUN <<EOF\n#!/usr/bin/env python3\na\nEOF',
    'SHELL ["powershell"]\nRUN a',
  ])('not behind %j', code => expect(append(code)).toBeUndefined());
});

describe('insertCommand', () => {
  const insert = (code: string) =>
    edited(code, (dockerfile, run) => {
      const command = commandNamed(run, 'a');
      return command && insertCommand(dockerfile, command, 'new');
    });

  it.each([
    ['RUN a x && b', 'RUN a x && new && b'],
    ['RUN a \\\n  x; b', 'RUN a \\\n  x \\\n  && new; b'],
    ['RUN c \\\n  && a x \\\n  && b', 'RUN c \\\n  && a x \\\n  && new \\\n  && b'],
    ['RUN c; \\\n  a x; \\\n  b', 'RUN c; \\\n  a x && \\\n  new; \\\n  b'],
    ['RUN c && (a | d)', 'RUN c && (a | d && new)'],
  ])('%j', (before, after) => expect(insert(before)).toBe(after));

  it.each(['RUN a || b', 'RUN a &', 'RUN if a; then b; fi', 'RUN ["a"]', 'RUN sh -c "a"'])('not behind %j', code =>
    expect(insert(code)).toBeUndefined(),
  );
});

describe('dropCommand', () => {
  const drop = (code: string) =>
    edited(code, (dockerfile, run) => {
      const command = commandNamed(run, 'a');
      return command && dropCommand(dockerfile, command);
    });

  it.each([
    ['RUN a x && b', 'RUN b'],
    ['RUN a && \\\n    b', 'RUN b'],
    ['RUN b \\\n  && a x \\\n  && c', 'RUN b \\\n  && c'],
    ['RUN b \\\n  && a x', 'RUN b'],
    ['RUN b; a && c', 'RUN b; c'],
    ['RUN c; a; b', 'RUN c; b'],
    ['RUN <<EOF\na\nb\nEOF', 'RUN <<EOF\nb\nEOF'],
  ])('%j', (before, after) => expect(drop(before)).toBe(after));

  it.each([
    'RUN a',
    'RUN a | b && c',
    'RUN b || a && c',
    'RUN a || b',
    'RUN b; a',
    'RUN b && a; c',
    'RUN a \\\n  # why\n  && b',
    'RUN ["a"]',
    'RUN a $(b) && c',
  ])('nothing of %j', code => expect(drop(code)).toBeUndefined());
});
