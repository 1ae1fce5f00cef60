import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path/posix';
import { expect, it } from 'vitest';

/** The folders of src from the lowest up: each may import only from itself and those before it. */
const ORDER = [
  'text',
  'dockerfile',
  'shell',
  'images',
  'context',
  'engine',
  'fixers',
  'optimizer',
  'rules',
  'reporters',
  'config',
  'api',
  'lsp',
  'cli',
];

/** The packages that a folder may use, and `node:` where it may touch the machine. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  shell: ['unbash'],
  context: ['smol-toml'],
  reporters: ['sarif', 'chalk'],
  config: ['yaml'],
  lsp: ['node:', 'vscode-languageserver'],
  cli: ['node:', 'chalk', 'commander', 'diff', 'fast-glob', 'ignore'],
};

/** Doors to everything. */
const TOP = ['index.ts', 'browser.ts', 'rule-tester.ts'];

const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts'));

it('has only folders that the order names', () => {
  const folders = new Set(files.map(file => file.split('/')[0] ?? ''));
  expect([...folders].filter(folder => ![...ORDER, ...TOP].includes(folder))).toEqual([]);
});

it.each(files.filter(file => !TOP.includes(file)))('%s imports only what its folder may', file => {
  const source = readFileSync(join('src', file), 'utf8');
  const [folder = ''] = file.split('/');
  const below = ORDER.slice(0, ORDER.indexOf(folder) + 1);
  const imports = Array.from(
    source.matchAll(/(?:^import|^export .* from|^\} from|import\() ?'([^']+)'|^import .* from '([^']+)'/gm),
    ([, bare, named = '']) => bare ?? named,
  );
  const strays = imports.filter(target =>
    target === '../../package.json'
      ? folder !== 'cli'
      : target.startsWith('.')
        ? !below.includes(join(file, '..', target).split('/')[0] ?? '')
        : !(PACKAGES[folder] ?? []).some(allowed => target.startsWith(allowed)),
  );
  expect(strays).toEqual([]);
});
