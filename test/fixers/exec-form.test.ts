import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseDockerfile } from '../../src/dockerfile/parse.ts';
import { fixAll } from '../../src/engine/fix.ts';
import { invocationOn } from '../../src/engine/rule.ts';
import rule from '../../src/rules/runtime/shell-form-command.ts';

// Starts what a container would start, before and after the fix, on programs that say how they are called and as which process.
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'exec-form-'));
  for (const name of ['show', 'prepare']) {
    writeFileSync(join(folder, name), '#!/bin/sh\nprintf "%s<" "${0##*/}"\nprintf "%s|" "$@"\nprintf ">%s\\n" $$\n');
    chmodSync(join(folder, name), 0o755);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Started {
  /** Programs and their arguments, in order. */
  readonly calls: readonly string[];
  /** True where the last of them is the process that the container waits for. */
  readonly isProcess1: boolean;
}

function started(code: string): Started {
  const command = parseDockerfile(code).instructions.at(-1);
  if (command?.keyword !== 'CMD') throw new Error('the last instruction is no CMD');
  const words = command.json ? command.args.map(({ text }) => text) : ['/bin/sh', '-c', command.script?.text ?? ''];
  const [program = '', ...rest] = words;
  const env = { PATH: `${folder}:/usr/bin:/bin`, PORT: '80 80' };
  const { stdout, pid } = spawnSync(program, rest, { env, cwd: folder, encoding: 'utf8' });
  const calls = stdout.split('\n').slice(0, -1);
  return { calls: calls.map(call => call.replace(/\d+$/, '')), isProcess1: calls.at(-1)?.endsWith(`>${pid}`) === true };
}

function fixed(code: string): string {
  return fixAll(code, [{ rule, severity: 'warning', options: {} }], invocationOn('2026-11-15'), { allow: 'unsafe' })
    .text;
}

describe('what is started', () => {
  it.each([
    ['show a b', ['show<a|b|>']],
    [`show "a b" 'c"d' e\\ f "" --x="y z" "g\\\\h" '\\'`, ['show<a b|c"d|e f||--x=y z|g\\h|\\|>']],
    ['show a \\\n    # why\n    \\\n    "b c"', ['show<a|b c|>']],
    ['show $PORT "$PORT"', ['show<80|80|80 80|>']],
    ['prepare $PORT && show 2>&1', ['prepare<80|80|>', 'show<|>']],
    ['prepare; show `echo a` # why', ['prepare<|>', 'show<a|>']],
    ['test -e none || show a*', ['show<a*|>']],
  ])('%s', (command, calls) => {
    const before = `FROM node:24\nCMD ${command}`;
    const after = fixed(before);
    expect(after).not.toBe(before);
    expect(started(before).calls).toEqual(calls);
    expect(started(after)).toEqual({ calls, isProcess1: true });
  });

  it('is the same for whatever words', () => {
    const word = fc.string();
    const written = fc.tuple(word, fc.constantFrom<'single' | 'double' | 'slashes'>('single', 'double', 'slashes'));
    fc.assert(
      fc.property(fc.array(written, { minLength: 1 }), words => {
        const code = `FROM node:24\nCMD show ${words.map(([text, quotes]) => quoted(text, quotes)).join(' ')} end`;
        const command = parseDockerfile(fixed(code)).instructions.at(-1);
        expect(command?.json).toBe(true);
        expect(command?.args.map(({ text }) => text)).toEqual(['show', ...words.map(([text]) => text), 'end']);
      }),
    );
  });
});

function quoted(text: string, quotes: 'single' | 'double' | 'slashes'): string {
  if (quotes === 'double') return `"${text.replace(/["\\$`]/g, '\\$&')}"`;
  return quotes === 'single' || text === '' ? `'${text.replaceAll("'", "'\\''")}'` : text.replace(/[^\w]/gu, '\\$&');
}
