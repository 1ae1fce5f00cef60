import { spawnSync } from 'node:child_process';
import { chmodSync, lstatSync, readdirSync, readlinkSync, realpathSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, plimsoll, programPath, textOf } from '../support/run-program.ts';

const DIRTY = 'FROM alpine:3.22\n# who\nMAINTAINER "me"\n';
const FIXED = 'FROM alpine:3.22\n# who\nLABEL org.opencontainers.image.authors="me"\n';
const ONLY = ['--select', 'maintainer-deprecated'];

describe('--fix', () => {
  it('writes the file, reports what was fixed and leaves nothing beside it', async () => {
    const cwd = folderWith({ Dockerfile: DIRTY });
    const { code, out, err } = plimsoll([...ONLY, '--fix'], { cwd });
    expect([code, err, textOf(cwd, 'Dockerfile'), readdirSync(cwd)]).toEqual([0, '', FIXED, ['Dockerfile']]);
    await expect(out).toMatchFileSnapshot('expected/fixed.txt');
    expect(plimsoll([...ONLY, '--fix'], { cwd }).out).toBe('No problems in 1 file\n');
  });

  it('keeps line ends, the byte order mark, bytes that are no UTF-8, and a missing last newline', () => {
    const before = Buffer.from('\uFEFFFROM alpine:3.22\r\n# caf\u00E9\r\nMAINTAINER me', 'utf8');
    const cwd = folderWith({ Dockerfile: before, 'latin.Dockerfile': Buffer.from('# caf\u00E9\n' + DIRTY, 'latin1') });
    plimsoll([...ONLY, '--fix'], { cwd });
    expect(textOf(cwd, 'Dockerfile')).toBe(
      '\uFEFFFROM alpine:3.22\r\n# caf\u00E9\r\nLABEL org.opencontainers.image.authors="me"',
    );
    expect(Buffer.from(textOf(cwd, 'latin.Dockerfile', 'latin1'), 'latin1')).toEqual(
      Buffer.from('# caf\u00E9\n' + FIXED, 'latin1'),
    );
  });

  it('keeps the mode, and writes to what a link leads to', () => {
    const cwd = folderWith({ 'real/file': DIRTY });
    chmodSync(join(cwd, 'real/file'), 0o640);
    symlinkSync('real/file', join(cwd, 'Dockerfile'));
    plimsoll([...ONLY, '--fix', 'Dockerfile'], { cwd });
    expect(textOf(cwd, 'real/file')).toBe(FIXED);
    expect(lstatSync(join(cwd, 'Dockerfile')).isSymbolicLink()).toBe(true);
    expect(readlinkSync(join(cwd, 'Dockerfile'))).toBe('real/file');
    expect(statSync(join(cwd, 'real/file')).mode & 0o777).toBe(0o640);
  });

  it('refuses a read-only file in one line, and fixes the others', () => {
    const cwd = folderWith({ 'a.Dockerfile': DIRTY, 'b.Dockerfile': DIRTY });
    chmodSync(join(cwd, 'a.Dockerfile'), 0o444);
    const { code, err } = plimsoll([...ONLY, '--fix'], { cwd });
    expect([code, err]).toEqual([2, 'plimsoll: a.Dockerfile: cannot be written: it is read-only\n']);
    expect([textOf(cwd, 'a.Dockerfile'), textOf(cwd, 'b.Dockerfile')]).toEqual([DIRTY, FIXED]);
  });

  it.skipIf(process.platform === 'win32')(
    'says so in one line where the disk is full, with nothing left behind',
    () => {
      const text = DIRTY + '# filler\n'.repeat(200);
      const cwd = folderWith({ Dockerfile: text });
      // No file may grow over 512 bytes: writing fails as it does on a full disk.
      const line = `ulimit -f 1; exec "${process.execPath}" "${programPath()}" --select maintainer-deprecated --fix`;
      const { status, stderr } = spawnSync('sh', ['-c', line], { cwd, encoding: 'utf8' });
      expect([status, stderr.split('\n').length]).toEqual([2, 2]);
      expect(stderr).toContain('plimsoll: Dockerfile: cannot be written: ');
      expect([textOf(cwd, 'Dockerfile'), readdirSync(cwd)]).toEqual([text, ['Dockerfile']]);
    },
  );

  it('applies unsafe fixes only where they are asked for', () => {
    const cwd = folderWith({ Dockerfile: 'FROM alpine:3.22\nRUN sudo make\n' });
    expect(plimsoll(['--select', 'sudo', '--fix'], { cwd }).code).toBe(1);
    expect(plimsoll(['--select', 'sudo', '--fix-unsafe'], { cwd }).code).toBe(0);
    expect(textOf(cwd, 'Dockerfile')).toBe('FROM alpine:3.22\nRUN make\n');
  });

  it('reports what is left beside what was fixed', () => {
    const cwd = folderWith({ Dockerfile: `${DIRTY}RUN sudo make\n` });
    const { code, out } = plimsoll(['--select', 'maintainer-deprecated,sudo', '--fix'], { cwd });
    expect(code).toBe(1);
    expect(out).toContain('sudo');
    expect(out).toContain('fixed');
  });

  it('leaves templates alone', () => {
    const text = `${DIRTY}{{ if .x }}\n`;
    const cwd = folderWith({ Dockerfile: text });
    plimsoll([...ONLY, '--fix'], { cwd });
    expect(textOf(cwd, 'Dockerfile')).toBe(text);
  });

  it('turns standard input into standard output, and reports on standard error', () => {
    const { code, out, err } = plimsoll([...ONLY, '--fix', '-'], { input: DIRTY });
    expect([code, out]).toEqual([0, FIXED]);
    expect(err).toContain('fixed');
  });

  it('gives standard input back as it was where there is nothing to fix', () => {
    expect(plimsoll([...ONLY, '--fix', '-'], { input: FIXED }).out).toBe(FIXED);
  });
});

describe('files beside the Dockerfile', () => {
  const COPIES = 'FROM alpine:3.22\nCOPY . /app\n';
  const IGNORE = ['--select', 'dockerignore-missing,dockerignore-leaks'];
  const FILES = { Dockerfile: COPIES, 'app.py': '', '.git/HEAD': 'ref: refs/heads/main\n' };

  it('are written', () => {
    const cwd = folderWith(FILES);
    const { code, err } = plimsoll([...IGNORE, '--fix'], { cwd });
    expect([code, err]).toEqual([0, '']);
    expect(readdirSync(cwd).toSorted()).toEqual(['.dockerignore', '.git', 'Dockerfile', 'app.py']);
    expect(textOf(cwd, '.dockerignore')).toBe('.git\n.dockerignore\nDockerfile\n');
    expect(plimsoll([...IGNORE, '--fix'], { cwd }).out).toBe('No problems in 1 file\n');
  });

  it('go where the build context is', () => {
    const cwd = folderWith({ 'docker/Dockerfile': COPIES, 'app.py': '', '.git/HEAD': '' });
    plimsoll([...IGNORE, '--fix', '--context', '.', 'docker/Dockerfile'], { cwd });
    expect(textOf(cwd, '.dockerignore')).toContain('.git\n');
    expect(readdirSync(join(cwd, 'docker'))).toEqual(['Dockerfile']);
  });

  it('go where a compose file has the build context', () => {
    const compose = 'services:\n  web:\n    build:\n      context: app\n      dockerfile: ../Dockerfile\n';
    const cwd = folderWith({ 'compose.yaml': compose, Dockerfile: COPIES, 'app/.git/HEAD': '', 'app/a.py': '' });
    plimsoll([...IGNORE, '--fix', 'compose.yaml'], { cwd });
    expect(readdirSync(cwd).toSorted()).toEqual(['Dockerfile', 'app', 'compose.yaml']);
    expect(textOf(cwd, 'app/.dockerignore')).toContain('.git\n');
  });

  it('keep their mode, links, line ends and a missing last newline', () => {
    const cwd = folderWith({ ...FILES, '.terraform/x': '', ignored: 'a\r\nb' });
    chmodSync(join(cwd, 'ignored'), 0o640);
    symlinkSync('ignored', join(cwd, '.dockerignore'));
    plimsoll([...IGNORE, '--fix'], { cwd });
    expect(textOf(cwd, 'ignored')).toMatch(/^a\r\nb\r\n(?:\S+\r\n)+$/);
    expect(lstatSync(join(cwd, '.dockerignore')).isSymbolicLink()).toBe(true);
    expect(statSync(join(cwd, 'ignored')).mode & 0o777).toBe(0o640);
  });

  it.each([
    ['read-only', '*.log\n', 'it is read-only'],
    ['no UTF-8', Buffer.from('caf\u00E9\n', 'latin1'), 'it is not UTF-8'],
  ])('stop the fixes of a Dockerfile where they cannot be written: %s', (_, content, why) => {
    const dockerfile = `${COPIES}MAINTAINER me\n`;
    const cwd = folderWith({ Dockerfile: dockerfile, '.terraform/x': '', '.dockerignore': content });
    chmodSync(join(cwd, '.dockerignore'), 0o444);
    const { code, err } = plimsoll(['--select', 'dockerignore-leaks,maintainer-deprecated', '--fix'], { cwd });
    expect([code, err]).toEqual([2, `plimsoll: Dockerfile: .dockerignore cannot be written: ${why}\n`]);
    expect(textOf(cwd, 'Dockerfile')).toBe(dockerfile);
    expect(readdirSync(cwd).toSorted()).toEqual(['.dockerignore', '.terraform', 'Dockerfile']);
  });

  it('are shown by --diff, once for all Dockerfiles, and git applies it', async () => {
    const cwd = folderWith({ ...FILES, 'b.Dockerfile': `${COPIES}maintainer me\n` });
    const args = ['--select', 'dockerignore-missing,maintainer-deprecated'];
    const { code, out } = plimsoll([...args, '--diff'], { cwd });
    expect([code, readdirSync(cwd)]).toEqual([1, ['.git', 'Dockerfile', 'app.py', 'b.Dockerfile']]);
    await expect(out).toMatchFileSnapshot('expected/diff-beside.patch');

    const copy = folderWith({ Dockerfile: COPIES, 'b.Dockerfile': `${COPIES}maintainer me\n` });
    expect(spawnSync('git', ['apply'], { cwd: copy, input: out, encoding: 'utf8' }).stderr).toBe('');
    plimsoll([...args, '--fix'], { cwd });
    for (const name of ['.dockerignore', 'Dockerfile', 'b.Dockerfile'])
      expect(textOf(copy, name)).toBe(textOf(cwd, name));
  });
});

describe('--fix-only', () => {
  it('applies the fixes of the rules that it names, by id or code', () => {
    const cwd = folderWith({ Dockerfile: `${DIRTY}cmd ["x"]\n` });
    plimsoll(['--preset', 'strict', '--fix-only', 'dl4000'], { cwd });
    expect(textOf(cwd, 'Dockerfile')).toBe(`${FIXED}cmd ["x"]\n`);
  });

  it('knows no other names', () => {
    const { code, err } = plimsoll(['--fix-only', 'maintainer-deprecatet', '-'], { input: DIRTY });
    expect(code).toBe(2);
    expect(err).toBe(
      'plimsoll: --fix-only: there is no rule `maintainer-deprecatet`; did you mean `maintainer-deprecated`?\n',
    );
  });
});

describe('--diff', () => {
  it('shows what --fix would change and writes nothing', async () => {
    const cwd = folderWith({ Dockerfile: DIRTY, 'clean/Dockerfile': FIXED });
    const { code, out } = plimsoll([...ONLY, '--diff'], { cwd });
    expect([code, textOf(cwd, 'Dockerfile')]).toEqual([1, DIRTY]);
    await expect(out).toMatchFileSnapshot('expected/diff.patch');
  });

  it('names a file outside of the working directory by its whole path', () => {
    const cwd = folderWith({ 'here/a': '', Dockerfile: DIRTY });
    const here = join(cwd, 'here');
    for (const path of ['../Dockerfile', join(cwd, 'Dockerfile')])
      expect(plimsoll([...ONLY, '--diff', path], { cwd: here }).out).toContain(
        `\n+++ b${join(realpathSync(cwd), 'Dockerfile')}\n`,
      );
    expect(plimsoll([...ONLY, '--diff', join(cwd, 'Dockerfile')], { cwd }).out).toContain('\n+++ b/Dockerfile\n');
  });

  it('names odd files as git does, so that git applies it', () => {
    const names = ['two words.Dockerfile', 'new\nline.Dockerfile', 'a"b\\.Dockerfile', 'é.Dockerfile'];
    const cwd = folderWith(Object.fromEntries(names.map(name => [name, DIRTY])));
    const { out } = plimsoll([...ONLY, '--diff'], { cwd });
    expect(spawnSync('git', ['apply'], { cwd, input: out, encoding: 'utf8' }).stderr).toBe('');
    expect(names.map(name => textOf(cwd, name))).toEqual(names.map(() => FIXED));
  });

  it('shows unsafe fixes where they are asked for', () => {
    const unsafe = ['--select', 'sudo', '--diff', '-'];
    const input = 'FROM alpine:3.22\nRUN sudo make\n';
    expect(plimsoll(unsafe, { input }).out).toBe('');
    expect(plimsoll(['--fix-unsafe', ...unsafe], { input }).out).toContain('\n-RUN sudo make\n+RUN make\n');
  });

  it('exits with 0 where there is nothing to change', () => {
    const ran = plimsoll([...ONLY, '--diff', '-'], { input: FIXED });
    expect([ran.code, ran.out]).toEqual([0, '']);
  });
});
