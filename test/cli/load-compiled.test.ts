import { chmodSync, existsSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folderWith, plimsoll } from '../support/run-program.ts';

/** Runs the program with a cache of its own; what it prints must never depend on it. */
function runIn(home: string, env: Readonly<Record<string, string>> = {}): void {
  const ran = plimsoll(['--select', 'maintainer-deprecated', '--format', 'hadolint', '-'], {
    input: 'FROM alpine:3.22\nMAINTAINER me\n',
    env: { XDG_CACHE_HOME: home, ...env },
  });
  expect(ran).toMatchObject({ code: 1, err: '' });
  expect(ran.out).toContain('DL4000');
}

function keptIn(home: string): string {
  const name = readdirSync(join(home, 'plimsoll')).find(file => file.startsWith(`core-few-${process.version}`)) ?? '';
  return join(home, 'plimsoll', name);
}

it('keeps compiled code where only its user can write, and runs it', () => {
  const home = folderWith({});
  runIn(home);
  const { mode, mtimeMs } = statSync(keptIn(home));
  expect(mode & 0o777).toBe(0o600);
  runIn(home);
  expect(statSync(keptIn(home)).mtimeMs).toBe(mtimeMs);
});

it('passes over what is damaged, and replaces it', () => {
  const home = folderWith({});
  runIn(home);
  const good = readFileSync(keptIn(home));
  const damaged = Buffer.from(good);
  damaged.fill(0, Math.floor(good.length / 2));
  writeFileSync(keptIn(home), damaged);
  runIn(home);
  writeFileSync(keptIn(home), 'nothing of ours');
  runIn(home);
  expect(readFileSync(keptIn(home)).length).toBeGreaterThan(1000);
});

it('leaves the code of other installations, and takes out what is a month old', () => {
  const home = folderWith({
    'plimsoll/core-few-v20.0.0-x64-1.bin': 'old',
    'plimsoll/core-few-v20.0.0-x64-2.bin': 'new',
  });
  const monthAgo = Date.now() / 1000 - 31 * 24 * 60 * 60;
  utimesSync(join(home, 'plimsoll/core-few-v20.0.0-x64-1.bin'), monthAgo, monthAgo);
  runIn(home);
  expect(existsSync(join(home, 'plimsoll/core-few-v20.0.0-x64-1.bin'))).toBe(false);
  expect(existsSync(join(home, 'plimsoll/core-few-v20.0.0-x64-2.bin'))).toBe(true);
});

it('does not run what others could have written', () => {
  const home = folderWith({});
  runIn(home);
  chmodSync(keptIn(home), 0o666);
  runIn(home);
  expect(statSync(keptIn(home)).mode & 0o777).toBe(0o600);
});

it('keeps nothing where that is switched off, and needs no home', () => {
  const home = folderWith({});
  runIn(home, { NODE_DISABLE_COMPILE_CACHE: '1' });
  expect(readdirSync(home)).toEqual([]);
  runIn('/proc/nowhere');
});

it('loads plugins from kept code too', () => {
  const plugin = `export default { id: 'own-rule', summary: 'Own', category: 'style', severity: 'error', applies: 'any', edition: 2026,
    messages: { it: 'It.' }, options: {}, run: () => [{ messageId: 'it', message: 'It.', at: [0, 0] }] };`;
  const cwd = folderWith({
    '.plimsoll.yaml': 'plugins: [./own.mjs]\n',
    'own.mjs': plugin,
    Dockerfile: 'FROM alpine:3.22\n',
  });
  const env = { XDG_CACHE_HOME: folderWith({}) };
  const args = ['--allow-plugins', '--select', 'own-rule', '--format', 'hadolint'];
  const first = plimsoll(args, { cwd, env });
  expect(first.out).toContain('own-rule');
  expect(plimsoll(args, { cwd, env })).toEqual(first);
});
