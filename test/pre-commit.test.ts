import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import manifest from '../package.json' with { type: 'json' };

/** What a repository needs for npm to install the package from it. */
const SOURCES = [
  ['package.json', 'package-lock.json', 'rolldown.config.ts', 'tsconfig.json', 'tsconfig.build.json', 'src', 'scripts'],
  ['.pre-commit-hooks.yaml', 'LICENSE', 'README.md'],
  manifest.files.filter(file => file !== 'dist'),
].flat();
const VERSION = '4.7.0';
const DIRTY = 'FROM alpine:3.22\nMAINTAINER me\n';
const FIXED = 'FROM alpine:3.22\nLABEL org.opencontainers.image.authors="me"\n';
const CONFIG = '.plimsoll.json';

const hasPython = spawnSync('python3', ['-m', 'venv', '--help']).status === 0;

// The real pre-commit, from PyPI, which installs the package with npm: both need their registries.
describe.skipIf(!hasPython)('pre-commit, where Python is installed', { timeout: 240_000 }, () => {
  const root = mkdtempSync(join(tmpdir(), 'plimsoll-hooks-'));
  const home = join(root, 'home');
  const hooks = join(root, 'hooks');
  const program = join(root, 'venv', 'bin', 'pre-commit');

  beforeAll(() => {
    run('python3', ['-m', 'venv', join(root, 'venv')], root);
    run(
      join(root, 'venv', 'bin', 'pip'),
      ['install', '--quiet', '--disable-pip-version-check', `pre-commit==${VERSION}`],
      root,
    );
    mkdirSync(hooks);
    for (const name of SOURCES) if (existsSync(name)) cpSync(name, join(hooks, name), { recursive: true });
    commitAll(hooks);
  }, 240_000);

  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it('plimsoll: a bad file stops the commit', () => {
    const repository = repositoryWith('plimsoll', { Dockerfile: DIRTY });
    const { status, stdout, stderr } = git(repository, ['commit', '-m', 'bad']);
    expect([status, `${stdout}${stderr}`]).toEqual([1, expect.stringContaining('maintainer-deprecated')]);
    writeFileSync(join(repository, 'Dockerfile'), FIXED);
    git(repository, ['add', '-A']);
    expect(git(repository, ['commit', '-m', 'good']).status).toBe(0);
  });

  it('plimsoll-fix: mends the file, so that the next commit passes', () => {
    const repository = repositoryWith('plimsoll-fix', { 'app/web.Dockerfile': DIRTY });
    expect(git(repository, ['commit', '-m', 'bad']).status).toBe(1);
    expect(readFileSync(join(repository, 'app/web.Dockerfile'), 'utf8')).toBe(FIXED);
    git(repository, ['add', '-A']);
    expect(git(repository, ['commit', '-m', 'mended']).status).toBe(0);
  });

  it('plimsoll-optimize: advises, and never stops the commit', () => {
    const repository = repositoryWith('plimsoll-optimize', {
      Dockerfile: 'FROM golang:1.25\nWORKDIR /src\nCOPY . .\nRUN go build -o /hello .\nCMD ["/hello"]\n',
      'go.mod': 'module example.org/hello\n\ngo 1.25\n',
      'main.go': 'package main\n\nfunc main() { println("hello") }\n',
    });
    const { status, stderr, stdout } = git(repository, ['commit', '-m', 'fat']);
    expect([status, `${stdout}${stderr}`]).toEqual([0, expect.stringContaining('Dockerfile: could be leaner (T2)')]);
  });

  it('fifty files are one process', () => {
    const files = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`${index}/Dockerfile`, DIRTY]));
    const { stdout, stderr } = git(repositoryWith('plimsoll', files), ['commit', '-m', 'many']);
    const summaries = `${stdout}${stderr}`.split('\n').filter(line => / problems? in \d+ of \d+ files?/.test(line));
    expect(summaries).toHaveLength(1);
    expect(summaries[0]).toContain('of 50 files');
  });

  function repositoryWith(hook: string, files: Readonly<Record<string, string>>): string {
    const repository = mkdtempSync(join(root, 'repository-'));
    const rev = git(hooks, ['rev-parse', 'HEAD']).stdout.trim();
    const config = { repos: [{ repo: resolve(hooks), rev, hooks: [{ id: hook }] }] };
    // Only what this test is about, whatever other rules think of the files.
    const own = { rules: { 'root-user': 'off' } };
    const all = { '.pre-commit-config.yaml': JSON.stringify(config), [CONFIG]: JSON.stringify(own), ...files };
    git(repository, ['init', '--quiet']);
    for (const [path, text] of Object.entries(all)) {
      mkdirSync(dirname(join(repository, path)), { recursive: true });
      writeFileSync(join(repository, path), text);
    }
    git(repository, ['add', '-A']);
    run(program, ['install'], repository);
    return repository;
  }

  function commitAll(folder: string): void {
    git(folder, ['init', '--quiet']);
    git(folder, ['add', '-A']);
    git(folder, ['commit', '--quiet', '-m', 'hooks']);
  }

  function git(cwd: string, args: readonly string[]) {
    return spawnSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
      cwd,
      encoding: 'utf8',
      env: { ...process.env, PRE_COMMIT_HOME: home, PRE_COMMIT_COLOR: 'never', GIT_CONFIG_GLOBAL: '/dev/null' },
    });
  }

  function run(command: string, args: readonly string[], cwd: string): void {
    const { status, stdout, stderr, error } = spawnSync(command, args, {
      cwd,
      encoding: 'utf8',
      env: { ...process.env, PRE_COMMIT_HOME: home },
    });
    if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${error?.message ?? ''}${stdout}${stderr}`);
  }
});
