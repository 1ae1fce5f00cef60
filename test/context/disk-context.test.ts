import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { diskContext } from '../../src/cli/disk-context.ts';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'plimsoll-context-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

it('lists what .dockerignore lets in, and reads the rest all the same', () => {
  write({
    '.dockerignore': 'node_modules\n*.log',
    'a.log': 'x',
    'b.txt': 'b',
    'node_modules/m/i.js': '1',
    'src/c.ts': 'c',
  });
  const context = diskContext(root);
  expect(context.files()).toEqual(['.dockerignore', 'b.txt', 'src/c.ts']);
  expect(context.isTruncated()).toBe(false);
  expect(context.read('a.log')).toBe('x');
  expect(context.ignores('a.log')).toBe(true);
  expect(context.stat('node_modules')?.kind).toBe('folder');
  expect(context.stat('nowhere')).toBeUndefined();
  expect(context.read('src')).toBeUndefined();
});

it('takes the ignore file of the Dockerfile before that of the context', () => {
  write({
    '.dockerignore': 'a',
    'docker/prod.Dockerfile.dockerignore': 'b',
    a: '',
    b: '',
    'docker/prod.Dockerfile': '',
  });
  const context = diskContext(root, join(root, 'docker/prod.Dockerfile'));
  expect(context.ignoreFile).toEqual({ path: 'docker/prod.Dockerfile.dockerignore', text: 'b' });
  expect(context.files()).toContain('a');
  expect(context.files()).not.toContain('b');
  expect(diskContext(root, join(root, 'Dockerfile')).ignoreFile?.path).toBe('.dockerignore');
});

it('follows links inside the context and none that lead out', () => {
  const outside = mkdtempSync(join(tmpdir(), 'plimsoll-outside-'));
  writeFileSync(join(outside, 'secret'), 'secret');
  write({ 'real/file': 'text' });
  symlinkSync('real', join(root, 'link'));
  symlinkSync(outside, join(root, 'out'));
  symlinkSync(join(outside, 'secret'), join(root, 'leak'));
  symlinkSync('gone', join(root, 'dangling'));
  symlinkSync('.', join(root, 'loop'));

  const context = diskContext(root);
  expect(context.files()).toEqual(['dangling', 'leak', 'link', 'loop', 'out', 'real/file']);
  expect(context.read('link/file')).toBe('text');
  for (const path of ['leak', 'out/secret', '../x', `..${outside}/secret`, 'dangling']) {
    expect(context.read(path), path).toBeUndefined();
  }
  expect(context.stat('leak')?.kind).toBe('other');
  expect(context.stat('out/secret')).toBeUndefined();
  rmSync(outside, { recursive: true });
});

it('says when there is too much to list', () => {
  write({ a: '', b: '', c: '', d: '' });
  const context = diskContext(root, undefined, 3);
  expect(context.isTruncated()).toBe(true);
  expect(context.files()).toHaveLength(3);
  expect(diskContext(root, undefined, 4).isTruncated()).toBe(false);
});

it('reads nothing over a megabyte, and no folder that is not there', () => {
  write({ big: 'x'.repeat(1024 * 1024 + 1), small: 'x'.repeat(1024 * 1024) });
  expect(diskContext(root).read('big')).toBeUndefined();
  expect(diskContext(root).read('small')).toHaveLength(1024 * 1024);
  expect(diskContext(join(root, 'gone')).files()).toEqual([]);
});

it('knows which files are executable', () => {
  write({ 'run.sh': '#!/bin/sh', 'data.txt': 'é' });
  chmodSync(join(root, 'run.sh'), 0o755);
  expect(diskContext(root).stat('run.sh')).toEqual({ kind: 'file', size: 9, executable: true });
  expect(diskContext(root).stat('data.txt')).toEqual({ kind: 'file', size: 2, executable: false });
});
