import { chmodSync, chownSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { writeAtomically } from '../../src/cli/write-atomically.ts';
import { folderWith, textOf } from '../support/run-program.ts';

const OLD = Buffer.from('old');
const NEW = Buffer.from('new');

it('refuses a file that changed since it was read, and leaves nothing beside it', () => {
  const folder = folderWith({ file: 'changed' });
  expect(() => writeAtomically(join(folder, 'file'), NEW, OLD)).toThrow('it changed since it was read');
  expect([textOf(folder, 'file'), readdirSync(folder)]).toEqual(['changed', ['file']]);
});

it('refuses a file that was removed since it was read', () => {
  const folder = folderWith({ file: 'old' });
  rmSync(join(folder, 'file'));
  expect(() => writeAtomically(join(folder, 'file'), NEW, OLD)).toThrow('it was removed since it was read');
  expect(readdirSync(folder)).toEqual([]);
});

it('refuses a link that leads nowhere', () => {
  const folder = folderWith({});
  symlinkSync('gone', join(folder, 'link'));
  expect(() => writeAtomically(join(folder, 'link'), NEW, OLD)).toThrow(/ENOENT/);
  expect(readdirSync(folder)).toEqual(['link']);
});

it.skipIf(process.platform === 'win32')('keeps the mode and the owner, special bits too', () => {
  const folder = folderWith({ file: 'old' });
  chmodSync(join(folder, 'file'), 0o4751);
  const { uid, gid } = statSync(join(folder, 'file'));
  writeAtomically(join(folder, 'file'), NEW, OLD);
  const after = statSync(join(folder, 'file'));
  expect([textOf(folder, 'file'), after.mode & 0o7777, after.uid, after.gid]).toEqual(['new', 0o4751, uid, gid]);
});

it.skipIf(process.getuid?.() !== 0)('keeps an owner who is somebody else', () => {
  const folder = folderWith({ file: 'old' });
  chownSync(join(folder, 'file'), 1234, 1234);
  writeAtomically(join(folder, 'file'), NEW, OLD);
  expect([statSync(join(folder, 'file')).uid, statSync(join(folder, 'file')).gid]).toEqual([1234, 1234]);
});

it('writes a new file', () => {
  const folder = folderWith({});
  writeFileSync(join(folder, 'other'), '');
  writeAtomically(join(folder, 'file'), NEW);
  expect([textOf(folder, 'file'), readdirSync(folder)]).toEqual(['new', ['file', 'other']]);
});
