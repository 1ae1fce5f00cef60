import { describe, expect, it } from 'vitest';
import type { Config } from '../../src/config/config.ts';
import { readConfig } from '../../src/config/read-config.ts';
import { settingsFor } from '../../src/config/settings.ts';
import { strings } from '../../src/engine/options.ts';
import { defineRule } from '../../src/engine/rule.ts';
import { textRule } from '../support/made-up-rules.ts';

const base = textRule('base-image', 'FROM');
const rules = [
  textRule('one', 'x', { aliases: ['DL3001'] }),
  textRule('two', 'x', { recommended: false, severity: 'info', aliases: ['DS-0002', 'SC2086'] }),
  defineRule({
    ...base,
    aliases: ['DL3006', 'DL3007'],
    codes: { DL3006: 'untagged', DL3007: 'latest' },
    messages: { untagged: 'No tag.', latest: 'Latest.' },
    options: { allow: strings({ about: 'Fine.', default: [] }) },
    check() {},
  }),
  textRule('label-missing', 'x', { category: 'labels', recommended: false }),
  textRule('untrusted-registry', 'x', { recommended: false }),
];

const read = (text: string): Config => readConfig(text, 'a.yaml', '/repo');

/** What runs for a file, as `id severity`. */
function running(path: string, ...layers: readonly Config[]): string[] {
  return settingsFor(path, layers, rules).configured.map(({ rule, severity }) => `${rule.id} ${severity}`);
}

it('begins with the preset, recommended unless said', () => {
  expect(running('/repo/Dockerfile')).toEqual(['one warning', 'base-image warning']);
  expect(running('/repo/Dockerfile', read('preset: strict'))).toHaveLength(5);
});

it('lets later layers win', () => {
  const file = read(
    'preset: strict\nrules: {one: error, two: off, label-missing: off, untrusted-registry: off}\nfail-on: error',
  );
  const given: Config = { source: 'options', rules: [{ name: 'DL3001', severity: 'off' }], failOn: 'info' };
  expect(running('/repo/Dockerfile', file, given)).toEqual(['base-image warning']);
  expect(settingsFor('/repo/Dockerfile', [file, given], rules).failOn).toBe('info');
});

it('switches on by any name of a rule, at its own severity or another', () => {
  expect(running('a', read('rules: {avd-ds-0002: on}'))).toContain('two info');
  expect(running('a', read('rules: {TWO: error}'))).toContain('two error');
});

it('overrides by glob, from the folder of the file', () => {
  const file = read(
    'overrides:\n  - files: "dev/**"\n    rules: {one: off}\n  - files: ["*.test"]\n    rules: {one: style}',
  );
  expect(running('/repo/Dockerfile', file)).toContain('one warning');
  expect(running('/repo/dev/a/Dockerfile', file)).not.toContain('one warning');
  expect(running('/repo/a/Dockerfile.test', file)).toContain('one style');
});

it('runs the rules of labels and registries where their keys are set', () => {
  expect(running('a', read('label-schema: {a: text}'))).toContain('label-missing warning');
  expect(running('a', read('trusted-registries: [a]'))).toContain('untrusted-registry warning');
  expect(running('a', read('label-schema: {a: text}\nrules: {label-missing: off}'))).not.toContain(
    'label-missing warning',
  );
});

describe('a code that belongs to one message', () => {
  const messagesOf = (text: string) =>
    settingsFor('a', [read(text)], rules).configured.find(one => one.rule.id === 'base-image');

  it('switches that message only', () => {
    expect(messagesOf('rules: {DL3007: off}')?.messages).toEqual({ latest: 'off' });
    expect(messagesOf('rules: {DL3007: error}')).toMatchObject({ severity: 'warning', messages: { latest: 'error' } });
    expect(messagesOf('rules: {DL3007: off, DL3006: off}')).toBeUndefined();
    expect(messagesOf('rules: {base-image: off, DL3007: error}')?.messages).toEqual({
      untagged: 'off',
      latest: 'error',
    });
  });

  it('gives way to a later word on the whole rule', () => {
    expect(messagesOf('rules: {DL3007: off, base-image: error}')).toEqual(
      expect.not.objectContaining({ messages: expect.anything() }),
    );
  });
});

it('keeps options over a later severity, and merges those of several layers', () => {
  const [first, second] = [read('rules: {base-image: [info, {allow: [a]}]}'), read('rules: {base-image: error}')];
  expect(settingsFor('a', [first, second], rules).configured.find(one => one.rule.id === 'base-image')).toMatchObject({
    severity: 'error',
    options: { allow: ['a'] },
  });
});

it('runs selected rules only', () => {
  const select = (...names: readonly string[]): Config => ({ source: '--select', select: names });
  expect(running('a', select('DL3001', 'ds-0002'))).toEqual(['one warning', 'two info']);
  expect(running('a', read('rules: {one: error}'), select('one'))).toEqual(['one error']);
});

it('keeps what is said of codes that only ShellCheck has', () => {
  const { shellcheckCodes } = settingsFor('a', [read('rules: {sc2034: off, SC2086: off}')], rules);
  expect([...shellcheckCodes]).toEqual([['SC2034', 'off']]);
});
