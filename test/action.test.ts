import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { folderWith, programPath, textOf } from './support/run-program.ts';

const ACTION = join(import.meta.dirname, '..', 'action', 'run.mjs');
const DIRTY = 'FROM alpine:3.22\nMAINTAINER me\n';

/** Runs the action's entry point in a folder with the given files, as GitHub does. */
function runAction(files: Readonly<Record<string, string>>, inputs: Readonly<Record<string, string>>) {
  const folder = folderWith({ '.plimsoll.json': '{ "rules": { "root-user": "off" } }', ...files });
  const { status, stdout, stderr } = spawnSync(process.execPath, [ACTION, programPath()], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: '/nonexistent',
      RUNNER_TEMP: tmpdir(),
      GITHUB_OUTPUT: join(folder, 'output'),
      GITHUB_STEP_SUMMARY: join(folder, 'summary'),
      ...inputs,
    },
  });
  const read = (name: string): string => (existsSync(join(folder, name)) ? textOf(folder, name) : '');
  return { status, stdout, stderr, output: read('output'), summary: read('summary'), sarif: read('out.sarif') };
}

it('annotates, counts, and writes a summary and a SARIF report', () => {
  const ran = runAction({ Dockerfile: DIRTY }, { INPUT_PATHS: '.', INPUT_SARIF: 'out.sarif' });
  expect(ran.status).toBe(1);
  expect(ran.stdout).toMatch(/^::warning file=Dockerfile,line=2,endLine=2,.*maintainer-deprecated::/);
  expect(ran.output).toBe('findings=1\nsarif=out.sarif\n');
  expect(ran.summary).toMatch(/^### 1 problem in 1 of 1 file, 1 fixable\n\n\| Where /);
  expect(JSON.parse(ran.sarif)).toMatchObject({ version: '2.1.0' });
});

it.each([
  ['nothing found', { Dockerfile: 'FROM scratch\n' }, {}, 0, 'findings=0\nsarif=\n'],
  ['only what is severe fails', { Dockerfile: DIRTY }, { INPUT_FAIL_ON: 'error' }, 0, 'findings=1\nsarif=\n'],
  [
    'several paths',
    { 'a/Dockerfile': DIRTY, 'b/Dockerfile': DIRTY },
    { INPUT_PATHS: 'a\n\n  b\n' },
    1,
    'findings=2\nsarif=\n',
  ],
  ['a preset', { Dockerfile: DIRTY }, { INPUT_PRESET: 'security', INPUT_PATHS: '.' }, 0, 'findings=0\nsarif=\n'],
  ['an input that looks like an option', { Dockerfile: DIRTY }, { INPUT_PATHS: '--fix' }, 2, ''],
  ['an input that looks like a shell', { Dockerfile: DIRTY }, { INPUT_PATHS: '$(touch pwned)' }, 2, ''],
  ['a preset that is none', { Dockerfile: DIRTY }, { INPUT_PRESET: 'best' }, 2, ''],
])('%s', (_, files, inputs, status, output) => {
  const ran = runAction(files, inputs);
  expect([ran.status, ran.output]).toEqual([status, output]);
});

it('writes no summary where none is wanted', () => {
  expect(runAction({ Dockerfile: DIRTY }, { INPUT_SUMMARY: 'false' }).summary).toBe('');
});

describe('docs/ci.md', () => {
  const page = readFileSync('docs/ci.md', 'utf8');
  const examples = Array.from(page.matchAll(/```yaml (\S+)\n([^]*?)```/g), ([, kind = '', text = '']) => ({
    kind,
    text,
  }));

  it('has an example for each that takes YAML', () => {
    expect(examples.map(({ kind }) => kind)).toEqual(['github', 'github', 'gitlab', 'azure', 'circleci', 'pre-commit']);
    for (const { text } of examples) expect(parse(text)).toBeTypeOf('object');
  });

  it('names only formats, inputs and options that there are', () => {
    const { inputs, outputs } = parse(readFileSync('action.yml', 'utf8')) as Record<'inputs' | 'outputs', object>;
    for (const name of [...Object.keys(inputs), ...Object.keys(outputs)]) expect(page).toContain(`\`${name}\``);
    const help = spawnSync(process.execPath, [programPath(), 'lint', '--help'], { encoding: 'utf8' }).stdout;
    const used = new Set(
      Array.from(
        page.matchAll(/plimsoll(?: lint)?((?: --[a-z-]+[= ]?[^ ]*)+)/g),
        ([, text = '']) => text.match(/--[a-z-]+/g) ?? [],
      ).flat(),
    );
    for (const option of used) expect(`${help} --yes --output`).toContain(option);
  });

  // actionlint is a Go module: it is built where Go is installed.
  it.skipIf(spawnSync('go', ['version']).status !== 0)(
    'has workflows that actionlint finds nothing in, where Go is installed',
    { timeout: 240_000 },
    () => {
      const folder = mkdtempSync(join(tmpdir(), 'plimsoll-actionlint-'));
      try {
        const workflows = join(folder, '.github', 'workflows');
        mkdirSync(workflows, { recursive: true });
        spawnSync('git', ['init', '--quiet'], { cwd: folder });
        writeFileSync(join(folder, 'action.yml'), readFileSync('action.yml'));
        for (const [index, { text }] of examples.filter(({ kind }) => kind === 'github').entries())
          writeFileSync(join(workflows, `${index}.yml`), text.replace(/plimsoll\/plimsoll@v[\d.]+/, './'));
        const ran = spawnSync('go', ['run', 'github.com/rhysd/actionlint/cmd/actionlint@v1.7.7', '-no-color'], {
          cwd: folder,
          encoding: 'utf8',
        });
        expect([ran.status, ran.stdout]).toEqual([0, '']);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  );
});
