import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { copyOf, folderWith, plimsoll, programPath, textOf } from '../support/run-program.ts';

const CLEAN = 'FROM alpine:3.22\n';
const DIRTY = 'FROM alpine:3.22\nMAINTAINER me\n';
const ONLY = ['--select', 'maintainer-deprecated'];

describe('what is linted', () => {
  it('searches folders for the names that Dockerfiles have, as .gitignore allows', () => {
    const cwd = folderWith({
      '.gitignore': '/build/\n*.old.Dockerfile\n',
      Dockerfile: DIRTY,
      'Dockerfile.dev': DIRTY,
      'Dockerfile.dockerignore': 'node_modules\n',
      'Dockerfile.j2': '{{ x }}',
      '.devcontainer/Dockerfile': DIRTY,
      'a/api.Dockerfile': DIRTY,
      'a/web.dockerfile': DIRTY,
      'a/x.old.Dockerfile': DIRTY,
      'a/Containerfile': DIRTY,
      'a/Containerfile.test': DIRTY,
      'a/dockerfile.ts': 'export {};\n',
      'a/.gitignore': 'nested/*\n!nested/Dockerfile\n',
      'a/nested/Dockerfile': DIRTY,
      'a/nested/Dockerfile.x': DIRTY,
      'build/Dockerfile': DIRTY,
      'node_modules/x/Dockerfile': DIRTY,
      '.git/Dockerfile': DIRTY,
    });
    expect(paths(plimsoll(['--format', 'json'], { cwd }).out)).toEqual([
      'Dockerfile',
      'Dockerfile.dev',
      '.devcontainer/Dockerfile',
      'a/Containerfile',
      'a/Containerfile.test',
      'a/api.Dockerfile',
      'a/web.dockerfile',
      'a/nested/Dockerfile',
    ]);
  });

  it('takes any file that is named, each once', () => {
    const cwd = folderWith({ '.gitignore': '*', 'odd-name': CLEAN, 'build/Dockerfile': CLEAN });
    const { out } = plimsoll(['--format', 'json', 'odd-name', './odd-name', 'build/Dockerfile'], { cwd });
    expect(paths(out)).toEqual(['odd-name', 'build/Dockerfile']);
  });

  it('takes globs', () => {
    const cwd = folderWith({
      'a/x.docker': CLEAN,
      'a/b/y.docker': CLEAN,
      'a/z.txt': '',
      'node_modules/q.docker': CLEAN,
    });
    expect(paths(plimsoll(['--format', 'json', '**/*.docker'], { cwd }).out)).toEqual(['a/b/y.docker', 'a/x.docker']);
    expect(paths(plimsoll(['--format', 'json', 'a/*.{docker,no}'], { cwd }).out)).toEqual(['a/x.docker']);
  });

  it('follows a link to a file, not one to a folder', () => {
    const cwd = folderWith({ 'real/app.txt': DIRTY });
    symlinkSync('real/app.txt', join(cwd, 'Dockerfile'));
    symlinkSync('real', join(cwd, 'loop'));
    expect(paths(plimsoll(['--format', 'json'], { cwd }).out)).toEqual(['Dockerfile']);
  });

  it('passes over templates that it comes across, and says so; one that is named is linted', () => {
    const cwd = folderWith({ Dockerfile: '{% if x %}\nFROM a:1\n{% endif %}\n', 'ok/Dockerfile': CLEAN });
    const { code, out, err } = plimsoll(['--format', 'json'], { cwd });
    expect([code, paths(out)]).toEqual([0, ['ok/Dockerfile']]);
    expect(err).toBe('plimsoll: Dockerfile: passed over, since it is a template; name it to lint it\n');
    expect(plimsoll(['Dockerfile'], { cwd }).code).toBe(1);
  });

  it('reads standard input, under the name that it is given', () => {
    const { code, out } = plimsoll([...ONLY, '--format', 'json', '--stdin-filename', 'x/Dockerfile', '-'], {
      input: DIRTY,
    });
    expect([code, paths(out)]).toEqual([1, ['x/Dockerfile']]);
  });
});

describe('exit codes', () => {
  const cases: readonly [name: string, args: readonly string[], code: number][] = [
    ['nothing found', ['clean'], 0],
    ['something found', [...ONLY, 'dirty'], 1],
    ['found, but milder than what fails', [...ONLY, '--fail-on', 'error', 'dirty'], 0],
    ['found, but nothing fails', [...ONLY, '--fail-on', 'none', 'dirty'], 0],
    ['a missing file beside a clean one', ['clean', 'missing'], 2],
    ['a glob that matches nothing', ['x/**/*.y'], 2],
    ['an option that does not exist', ['--selekt', 'x'], 2],
    ['a rule that does not exist', ['--select', 'maintainer-depricated'], 2],
    ['a format that does not exist', ['--format', 'jsn', 'clean'], 2],
    ['a day that is none', ['--date', '2026-02-30', 'clean'], 2],
    ['a folder for --context that is none', ['--context', 'clean', 'clean'], 2],
    ['a command with a slip', ['optimise'], 2],
    ['a patch and a report', ['--diff', '--format', 'sarif=x', 'clean'], 2],
    ['an empty path', ['clean', ''], 2],
    ['a format whose file has no name', ['--format', 'sarif=', 'clean'], 2],
    ['a report without a name', ['--output', '', 'clean'], 2],
    ['fixes of a rule that does not exist', ['--fix-only', 'maintainer', 'clean', 'dirty'], 2],
    ['a configuration that is not there', ['--config', 'none.yaml', 'clean'], 2],
  ];

  it.each(cases)('%s', async (_, args, code) => {
    const ran = plimsoll(args, { cwd: folderWith({ clean: CLEAN, dirty: DIRTY }) });
    expect(ran.code).toBe(code);
    if (code === 2)
      await expect(ran.err).toMatchFileSnapshot(`expected/errors/${args.join(' ').replaceAll(/[^\w.-]+/g, '_')}.txt`);
    else expect(ran.err).toBe('');
  });

  it('lints the other files when one cannot be read', () => {
    const cwd = folderWith({ dirty: DIRTY });
    const { code, out, err } = plimsoll([...ONLY, '--format', 'json', 'missing', 'dirty'], { cwd });
    expect([code, paths(out)]).toEqual([2, ['dirty']]);
    expect(err).toBe('plimsoll: missing: no such file or folder\n');
    expect(plimsoll([...ONLY, 'missing', 'dirty'], { cwd }).out).toMatch(
      /\n1 problem in 1 of 1 file, 1 fixable; 1 left out\n$/,
    );
    expect(plimsoll(['missing'], { cwd }).out).toBe('No file was linted\n');
  });
});

describe('odd files', () => {
  it('reports a binary and an oversize file once, and the others too', async () => {
    const cwd = folderWith({
      'a.Dockerfile': Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1]),
      'b.Dockerfile': `FROM alpine:3.22\n${'#'.repeat(4000)}`,
      'c.Dockerfile': DIRTY,
    });
    const { code, out } = plimsoll([...ONLY, '--max-size', '1000'], { cwd });
    expect(code).toBe(1);
    await expect(out).toMatchFileSnapshot('expected/odd-files.txt');
  });

  it.skipIf(!existsSync('/dev/zero'))('reads no more than the limit of what never ends', () => {
    const { code, out } = plimsoll([...ONLY, '--format', 'gnu', '/dev/zero']);
    expect([code, out]).toEqual([
      1,
      '/dev/zero:1:1: error: The file is larger than the limit of 1048576 characters: raise `max-size` if it is a Dockerfile. [unreadable-file]\n',
    ]);
  });

  // Root may look into any folder, unless setpriv takes that right away.
  const isRoot = process.getuid?.() === 0;
  it.skipIf(isRoot && spawnSync('setpriv', ['--version']).error !== undefined)(
    'names folders that it may not look into, and lints the rest',
    () => {
      const cwd = folderWith({ 'a/Dockerfile': DIRTY, 'locked/Dockerfile': DIRTY });
      chmodSync(join(cwd, 'locked'), 0);
      const run = [process.execPath, programPath(), ...ONLY, '--format', 'gnu'];
      const rights = '-dac_override,-dac_read_search';
      const [command = '', ...args] = isRoot ? ['setpriv', '--bounding-set', rights, ...run] : run;
      const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' });
      chmodSync(join(cwd, 'locked'), 0o755);
      expect(stderr).toBe('plimsoll: locked: not searched: permission denied\n');
      expect([status, stdout.split('\n').length]).toEqual([1, 2]);
    },
  );

  it('never prints control characters of file names or options', () => {
    const cwd = folderWith({ '\u001B[2J.Dockerfile': DIRTY });
    const found = plimsoll([...ONLY, '--color'], { cwd });
    const missing = plimsoll(['\u001B[2J'], { cwd });
    expect(found.out).not.toContain('\u001B[2J');
    expect(missing.err).toBe('plimsoll: ␛[2J: no file matches\n');
  });
});

describe('reports', () => {
  it('writes several formats at once', () => {
    const cwd = folderWith({ Dockerfile: DIRTY });
    const { out } = plimsoll(
      [...ONLY, '--format', 'text', '--format', 'sarif=out.sarif', '--format', 'json=out.json'],
      { cwd },
    );
    expect(out).toContain('1 problem in 1 of 1 file');
    expect(JSON.parse(textOf(cwd, 'out.sarif'))).toMatchObject({ version: '2.1.0' });
    expect(JSON.parse(textOf(cwd, 'out.json'))).toMatchObject({ version: 1 });
  });

  it('writes to the file that --output names', () => {
    const cwd = folderWith({ Dockerfile: DIRTY });
    const { code, out } = plimsoll([...ONLY, '--format', 'hadolint', '--output', 'out.json'], { cwd });
    expect([code, out]).toEqual([1, '']);
    expect(JSON.parse(textOf(cwd, 'out.json'))).toMatchObject([
      { code: 'DL4000', file: 'Dockerfile', line: 2, column: 1 },
    ]);
  });

  it('finds the same wherever it is run', () => {
    const cwd = copyOf('test/fixtures/seeds');
    const once = plimsoll(['--format', 'json', '--date', '2026-11-21'], { cwd });
    expect(plimsoll(['--format', 'json', '--date', '2026-11-21'], { cwd })).toEqual(once);
  });

  it('counts rules on standard error for --stats', () => {
    const { err } = plimsoll([...ONLY, '--stats', '-'], { input: DIRTY });
    expect(err.replace(/\d+ ms/, 'N ms')).toBe('1  maintainer-deprecated\n1 rule\n1 file in N ms\n');
  });
});

function paths(json: string): string[] {
  const { files } = JSON.parse(json) as { files: { path: string }[] };
  return files.map(({ path }) => path);
}
