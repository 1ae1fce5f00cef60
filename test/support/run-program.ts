import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inject, onTestFinished } from 'vitest';

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunSettings {
  readonly cwd?: string;
  readonly input?: string | Buffer;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs the program as a user would, with no environment variable that changes what it prints. */
export function plimsoll(args: readonly string[], { cwd = '.', input = '', env = {} }: RunSettings = {}): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [programPath(), ...args], {
    cwd,
    input,
    encoding: 'utf8',
    timeout: 30_000,
    env: { PATH: process.env['PATH'] ?? '', HOME: '/nonexistent', ...env },
  });
  return { code: status, out: stdout, err: stderr };
}

export function programPath(): string {
  const program = inject('program');
  if ('error' in program) throw new Error(`The program could not be built: ${program.error}`);
  return program.path;
}

/** A folder with the given files, removed when the test is over. */
export function folderWith(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'plimsoll-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** A copy of a fixture, for what writes into it. */
export function copyOf(fixture: string): string {
  const folder = folderWith({});
  cpSync(fixture, folder, { recursive: true });
  return folder;
}

export function textOf(folder: string, path: string, encoding: 'utf8' | 'latin1' = 'utf8'): string {
  return readFileSync(join(folder, path), encoding);
}
