import { chmodSync, lstatSync, readdirSync, readlinkSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, plimsoll, textOf } from '../support/run-program.ts';

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

  it('exits with 0 where there is nothing to change', () => {
    const ran = plimsoll([...ONLY, '--diff', '-'], { input: FIXED });
    expect([ran.code, ran.out]).toEqual([0, '']);
  });
});
