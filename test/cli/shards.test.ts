import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, plimsoll } from '../support/run-program.ts';

const DIRTY = 'FROM alpine:3.22\nMAINTAINER me\nWORKDIR app\n';

function folderOf(count: number): string {
  const files = Array.from({ length: count }, (_, index) => [
    `${String(index)}/Dockerfile`,
    index % 3 === 0 ? DIRTY : 'FROM scratch\n',
  ]);
  return folderWith(Object.fromEntries(files));
}

describe.each(['json', 'sarif'])('%s', format => {
  it.each([1, 2, 3, 7])('in %i parts, joined, is the report of one run', count => {
    const folder = folderOf(5);
    const options = ['--date', '2026-11-01', '--format', format];
    const whole = plimsoll([...options, '.'], { cwd: folder });
    const parts = Array.from({ length: count }, (_, index) => `part-${index}.json`);
    for (const [index, part] of parts.entries())
      plimsoll([...options, '--output', part, '--shard', `${index + 1}/${count}`, '.'], { cwd: folder });
    const merged = plimsoll(['merge', ...parts], { cwd: folder });
    expect([merged.err, merged.out]).toEqual(['', whole.out]);
    plimsoll(['merge', ...parts, '--output', 'all.json'], { cwd: folder });
    expect(readFileSync(join(folder, 'all.json'), 'utf8')).toBe(whole.out);
  });
});

it.each(['0/4', '5/4', '1', '1/0', 'a/b'])('refuses --shard %s', shard => {
  const { code, err } = plimsoll(['--shard', shard, '.']);
  expect(code).toBe(2);
  expect(err).toContain('It has to be a part of parts, as in 1/4.');
});

it.each([
  [{ 'a.json': '[]' }, 'a.json: it is no JSON or SARIF report of plimsoll, or not of the format of the others'],
  [{ 'a.json': '{' }, 'a.json: it is no JSON'],
  [{}, 'a.json: no such file or folder'],
  [
    { 'a.json': '{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"other"}}}]}' },
    'a.json: it is no JSON or SARIF report',
  ],
])('refuses to merge %j', (files, message) => {
  const { code, err } = plimsoll(['merge', 'a.json'], { cwd: folderWith(files) });
  expect(code).toBe(2);
  expect(err).toContain(message);
});
