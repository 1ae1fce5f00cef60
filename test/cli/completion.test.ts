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
    [['--format', 'sa'], ['sarif']],
    [['--format', '=', 'sa'], ['sarif']],
    [
      ['rules', '--format', ''],
      ['text', 'json'],
    ],
    [['explain', 'root-u'], ['root-user']],
    [['--select', 'root-user,apt-lists'], ['root-user,apt-lists-kept']],
    [
      ['completion', ''],
      ['bash', 'zsh', 'fish'],
    ],
    [['--date', ''], []],
  ])('%j', (words, expected) => {
    expect(offered(...words)).toEqual(expected);
  });
});

describe.skipIf(!has('fish'))('fish, where it is installed', () => {
  it.each([
    ['plimsoll opt', ['optimize']],
    ['plimsoll --fix-o', ['--fix-only']],
    ['plimsoll --format sa', ['sarif']],
    ['plimsoll optimize --format ', ['html', 'json', 'markdown', 'text']],
    ['plimsoll explain root-u', ['root-user']],
    ['plimsoll --select root-user,apt-lists', ['root-user,apt-lists-kept']],
    ['plimsoll completion ', ['bash', 'fish', 'zsh']],
  ])('%s', (line, expected) => {
    const { stdout, stderr } = spawnSync('fish', ['-c', `${script('fish')}\ncomplete -C '${line}'`], {
      encoding: 'utf8',
      cwd: folderWith({}),
    });
    expect(stderr).toBe('');
    expect(stdout.split('\n').flatMap(offer => offer.split('\t')[0] || [])).toEqual(expected);
  });
});

describe.skipIf(!has('zsh'))('zsh, where it is installed', () => {
  /** What the script hands to zsh's own functions, which work at a prompt only. */
  function specified(...words: readonly string[]): string {
    const stubs = 'compdef() :; _describe() :; _arguments() { print -l -- "$@" }';
    const ask = `words=(plimsoll ${words.map(word => `'${word}'`).join(' ')}); CURRENT=${words.length + 1}; _plimsoll`;
    const { stdout, stderr } = spawnSync('zsh', ['-f', '-c', `${stubs}\n${script('zsh')}\n${ask}`], {
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    return stdout;
  }

  it('knows the options of a command and their values', () => {
    const optimize = specified('optimize', '--runtime', '');
    expect(optimize).toContain('*--runtime[the leanest rung to try]:value:(auto distroless slim same)\n');
    expect(optimize).not.toContain('--fix-only');
  });

  it('takes what has no command for `lint`', () => {
    expect(specified('')).toBe(specified('lint', ''));
    expect(specified('')).toContain(':value:(text json sarif ');
  });

  it('completes rules and shells', () => {
    expect(specified('explain', '')).toContain('*:argument:($_plimsoll_rules)\n');
    expect(specified('completion', '')).toContain('*:argument:(bash zsh fish)\n');
  });
});

it.each(['zsh', 'fish'])('%s names every command', shell => {
  const text = script(shell);
  for (const command of ['lint', 'optimize', 'explain', 'baseline', 'merge', 'completion'])
    expect(text).toContain(command);
});
