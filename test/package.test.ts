import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runInNewContext } from 'node:vm';
import { build } from 'rolldown';
import { loadConfig } from 'rolldown/config';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import manifest from '../package.json' with { type: 'json' };

const MOST_BYTES = 1_500_000;

/** The package as npm would publish it, unpacked as npm would install it. */
let installed = '';
let app = '';
let onFinish = (): void => {};

beforeAll(async () => {
  const root = mkdtempSync(join(tmpdir(), 'plimsoll-package-'));
  const source = join(root, 'source');
  app = join(root, 'app');
  mkdirSync(source);
  onFinish = () => rmSync(root, { recursive: true, force: true });
  for (const name of ['package.json', 'LICENSE', 'README.md', ...manifest.files.filter(file => file !== 'dist')]) {
    if (existsSync(name)) cpSync(name, join(source, name), { recursive: true });
  }
  for (const config of [await loadConfig('rolldown.config.ts')].flat()) {
    if (typeof config === 'function') continue;
    const output = { ...[config.output ?? []].flat()[0], dir: join(source, 'dist'), cleanDir: false };
    await build({ ...config, logLevel: 'silent', output });
  }
  tsc(['-p', 'tsconfig.build.json', '--outDir', join(source, 'dist/types')], '.');
  execFileSync(process.execPath, ['scripts/prune-types.mjs', join(source, 'dist/types')]);

  installed = join(app, 'node_modules', manifest.name);
  mkdirSync(installed, { recursive: true });
  writeFileSync(join(app, 'package.json'), '{ "type": "module" }');
  const tarball = execFileSync('npm', ['pack', '--ignore-scripts', '--silent'], {
    cwd: source,
    encoding: 'utf8',
  }).trim();
  execFileSync('tar', ['-xzf', join(source, tarball), '-C', installed, '--strip-components=1']);
});

afterAll(() => onFinish());

it('needs no other package and runs nothing when it is installed', () => {
  expect(manifest).not.toHaveProperty('dependencies');
  expect(Object.keys(manifest.scripts).filter(name => /^(?:pre|post)?install$/.test(name))).toEqual([]);
});

it('pins what it is built with', () => {
  const loose = Object.entries(manifest.devDependencies).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version));
  expect(loose).toEqual([]);
});

it('stays small, its tables of images, tools and licences and the pages of its rules not counted', () => {
  const sizes = readdirSync(installed, { recursive: true, encoding: 'utf8' })
    .filter(path => path !== 'dist/cli/data.cjs' && !path.startsWith('docs/rules'))
    .map(path => statSync(join(installed, path)));
  expect(sizes.reduce((sum, entry) => sum + (entry.isFile() ? entry.size : 0), 0)).toBeLessThan(MOST_BYTES);
});

it('holds the licences of what is bundled', () => {
  const licences = readFileSync(join(installed, 'dist/THIRD-PARTY-LICENSES.txt'), 'utf8');
  expect(licences).toContain('commander');
  expect(licences).toContain('yaml');
});

it.each(['--version', 'rules', 'explain maintainer-deprecated', 'schema', 'lint --help'])('runs: plimsoll %s', args => {
  const ran = spawnSync(process.execPath, [join(installed, manifest.bin.plimsoll), ...args.split(' ')], {
    cwd: app,
    encoding: 'utf8',
  });
  expect([ran.status, ran.stderr]).toEqual([0, '']);
  expect(ran.stdout.length).toBeGreaterThan(0);
});

describe('docs/api.md', () => {
  const page = readFileSync('docs/api.md', 'utf8');
  const examples = Array.from(
    page.matchAll(/```js\n([^]*?)```\n\n```text\n([^]*?)```/g),
    ([, code = '', output = '']) => ({
      code,
      output,
    }),
  );

  it('has examples of every function', () => {
    expect(examples.length).toBe(5);
  });

  it.each(examples)('prints what it says: $output', ({ code, output }) => {
    const ran = spawnSync(process.execPath, ['--input-type=module', '-e', code], { cwd: app, encoding: 'utf8' });
    expect([ran.stderr, ran.stdout]).toEqual(['', output]);
  });
});

it('has an entry for browsers that imports nothing of Node', async () => {
  const entry = join(app, 'page.js');
  writeFileSync(
    entry,
    `import { lint } from 'plimsoll/browser'; globalThis.found = lint('FROM a:1\\nMAINTAINER b\\n');`,
  );
  const { output } = await build({
    input: entry,
    cwd: app,
    platform: 'browser',
    write: false,
    output: { format: 'iife' },
  });
  expect(output[0].imports).toEqual([]);
  // What every browser has beside the language.
  const page: Record<string, unknown> & { found?: { rule: string }[] } = { TextDecoder, TextEncoder, URL };
  runInNewContext(output[0].code, page);
  expect(page.found?.map(({ rule }) => rule)).toContain('maintainer-deprecated');
});

it('has types that work from TypeScript, checked to the last one', () => {
  writeFileSync(
    join(app, 'use.ts'),
    `import { defineRule, rules, type Rule } from 'plimsoll';
     export const own: Rule = defineRule({
       id: 'own', summary: 'Own', category: 'style', severity: 'info', applies: 'any',
       messages: { it: '{what} is here.' },
       check: ({ instructions }, report) => {
         for (const { keywordSpan, keyword } of instructions) report('it', { at: keywordSpan, data: { what: keyword } });
       },
     });
     export const ids: string[] = rules.map(({ id }) => id);`,
  );
  const flags = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2023', '--types', '', 'use.ts'];
  expect(tsc(flags, app)).toBe('');
});

function tsc(args: readonly string[], cwd: string): string {
  const program = resolve('node_modules/typescript/bin/tsc');
  return spawnSync(process.execPath, [program, ...args], { cwd, encoding: 'utf8' }).stdout;
}
