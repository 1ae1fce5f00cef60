import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { folderWith, plimsoll } from '../support/run-program.ts';

function has(shell: string): boolean {
  return spawnSync(shell, ['-c', 'true']).status === 0;
}

function script(shell: string): string {
  const { code, out } = plimsoll(['completion', shell]);
  expect(code).toBe(0);
  return out;
}

describe.skipIf(!has('bash'))('bash, where it is installed', () => {
  /** What bash offers at the end of the words. */
  function offered(...words: readonly string[]): string[] {
    const line = ['plimsoll', ...words].map(word => `'${word}'`).join(' ');
    const ask = `COMP_WORDS=(${line}); COMP_CWORD=${words.length}; _plimsoll; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const { stdout, stderr } = spawnSync('bash', ['--norc', '-c', `${script('bash')}\n${ask}`], {
      encoding: 'utf8',
      cwd: folderWith({}),
    });
    expect(stderr).toBe('');
    return stdout.split('\n').filter(word => word !== '');
  }

  it.each([
    [['opt'], ['optimize']],
    [['--fix-o'], ['--fix-only']],
    [['optimize', '--runt'], ['--runtime']],
    [
      ['optimize', '--runtime', 's'],
      ['slim', 'same'],
    ],
    [['lint', '--preset', 'h'], ['hadolint']],
    [['explain', '--fix'], []],
  ])('%j', (words, expected) => {
    expect(offered(...words)).toEqual(expected);
  });
});

it.each(['zsh', 'fish'])('%s names every command, and takes its own script where it is installed', shell => {
  const text = script(shell);
  for (const command of ['lint', 'optimize', 'explain', 'baseline', 'merge']) expect(text).toContain(command);
  if (!has(shell)) return;
  const { status, stderr } = spawnSync(shell, ['-n'], { input: text, encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
});
