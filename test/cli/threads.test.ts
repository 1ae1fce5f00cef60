import { describe, expect, it } from 'vitest';
import { folderWith, plimsoll } from '../support/run-program.ts';

const DIRTY = 'FROM alpine:3.22\nMAINTAINER me\nWORKDIR app\n';

const PLUGIN = `export default {
  id: 'no-alpine', summary: 'Not on Alpine', category: 'style', severity: 'error', applies: 'any', edition: 2026,
  messages: { alpine: 'Alpine.' }, options: {},
  run: ({ stages }) => stages.map(({ from }) => ({ messageId: 'alpine', message: 'Alpine.', at: from.span })),
};`;

/** Files with findings, without, with a configuration of their own, and some that cannot be linted. */
const FILES = {
  'a/Dockerfile': DIRTY,
  'b/Dockerfile': 'FROM scratch\n',
  'c/Dockerfile': 'FRM alpine\n',
  'c/.plimsoll.yaml': 'fail-on: error\n',
  'd/Dockerfile': DIRTY,
  'd/e/Dockerfile': DIRTY,
  'd/.plimsoll.yaml': 'ruls: {}\n',
  'f/Dockerfile': 'FROM alpine\n{{ if . }}\n',
  'g/Dockerfile': Buffer.from([0, 1, 2, 3]),
  'h/Dockerfile': DIRTY,
};

describe.each(['text', 'json', 'sarif', 'gitlab'])('%s', format => {
  it.each([2, 3, 99])('with %i threads, is what one thread prints', jobs => {
    const cwd = folderWith(FILES);
    const run = (...options: string[]) => plimsoll(['--date', '2026-11-01', '--format', format, ...options], { cwd });
    const one = run();
    expect(one.code).toBe(2);
    expect(one.err).toContain('d/.plimsoll.yaml');
    expect(run('--jobs', `${jobs}`)).toEqual(one);
  });

  it('is that of the fixtures', () => {
    const run = (jobs: string) =>
      plimsoll(['--date', '2026-11-01', '--format', format, '--jobs', jobs, 'test/fixtures']);
    expect(run('3')).toEqual(run('1'));
  });
});

it('has what a baseline leaves', () => {
  const cwd = folderWith({ 'a/Dockerfile': DIRTY, 'b/Dockerfile': DIRTY });
  plimsoll(['baseline', 'a'], { cwd });
  const run = (jobs: string) =>
    plimsoll(['--format', 'gnu', '--baseline', '.plimsoll-baseline.json', '--jobs', jobs], { cwd });
  expect(run('2').out).toContain('b/Dockerfile:2');
  expect(run('2')).toEqual(run('1'));
});

it('has the findings of plugins', () => {
  const cwd = folderWith({
    'a/Dockerfile': DIRTY,
    'b/Dockerfile': DIRTY,
    'rule.mjs': PLUGIN,
    '.plimsoll.yaml': 'plugins: [./rule.mjs]\n',
  });
  const run = (jobs: string) => plimsoll(['--format', 'json', '--allow-plugins', '--jobs', jobs], { cwd });
  expect(run('2').out).toContain('"no-alpine"');
  expect(run('2')).toEqual(run('1'));
});

it.each(['0', 'x', '1.5', '100'])('refuses --jobs %s', jobs => {
  const { code, err } = plimsoll(['--jobs', jobs, '.']);
  expect(code).toBe(2);
  expect(err).toContain('It has to be a whole number from 1 to 99.');
});
