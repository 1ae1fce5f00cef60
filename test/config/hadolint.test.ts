import { describe, expect, it } from 'vitest';
import { readHadolintEnvironment } from '../../src/config/hadolint-environment.ts';
import { readHadolintConfig } from '../../src/config/hadolint.ts';
import { readConfig } from '../../src/config/read-config.ts';
import { settingsFor } from '../../src/config/settings.ts';
import { toOwnConfig } from '../../src/config/write-config.ts';
import { textRule } from '../support/made-up-rules.ts';

const rules = [
  textRule('one', 'x', { aliases: ['DL3001'], hadolint: 'info' }),
  textRule('two', 'x', { aliases: ['DL3002'], hadolint: 'error' }),
  textRule('three', 'x', { aliases: ['DL3003'], hadolint: 'off' }),
  textRule('label', 'x', { aliases: ['DL3049'], category: 'labels' }),
  textRule('ours', 'x'),
];

const WHOLE = `failure-threshold: error
format: tty
ignored: [DL3001, DL9999, SC2034]
override:
  error: [DL3001]
  warning: [DL3002, DL3003]
trustedRegistries: ["docker.io", "*.gcr.io"]
label-schema:
  author: text
  no: email
strict-labels: true
disable-ignore-pragma: true
no-color: true
`;

const settings = (text: string) => settingsFor('a', [readHadolintConfig(text, '.hadolint.yaml')], rules);

it('starts from what hadolint does', () => {
  const { configured, failOn, preset } = settings('');
  expect(preset).toBe('hadolint');
  expect(failOn).toBe('info');
  expect(configured.map(({ rule, severity }) => `${rule.id} ${severity}`)).toEqual([
    'one info',
    'two error',
    'label warning',
  ]);
});

it('runs what it switches on in every stage, as hadolint does', () => {
  const { configured } = settings('override: { error: [DL3003] }');
  expect(configured.find(({ rule }) => rule.id === 'three')).toMatchObject({ severity: 'error', everywhere: true });
});

it('reads every key', () => {
  const { configured, ...rest } = settings(WHOLE);
  expect(configured.map(({ rule, severity }) => `${rule.id} ${severity}`)).toEqual([
    'two warning',
    'three warning',
    'label warning',
  ]);
  expect(rest).toMatchObject({
    failOn: 'error',
    format: 'tty',
    trustedRegistries: ['docker.io', '*.gcr.io'],
    labelSchema: { author: 'text', no: 'email' },
    strictLabels: true,
    honourPragmas: false,
    color: false,
    shellcheckCodes: new Map([['SC2034', 'off']]),
  });
});

it.each([
  ['no-fail: true', 'none'],
  ['no-fail: true\nfailure-threshold: error', 'none'],
  ['failure-threshold: none', 'style'],
  ['failure-threshold: ignore', 'style'],
  ['failure-threshold: Warning', 'warning'],
])('%j fails from %s on', (text, failOn) => expect(settings(text).failOn).toBe(failOn));

it('warns of keys that hadolint passes over, and refuses values that it refuses', () => {
  expect(readHadolintConfig('ignore: [DL3001]', 'h.yaml').warnings).toEqual([
    'h.yaml:1:1: hadolint has no key `ignore` and passes over it; did you mean `ignored`?',
  ]);
  expect(() => readHadolintConfig('failure-threshold: high', 'h.yaml')).toThrow('h.yaml:1:20: `high` is no severity');
  expect(() => readHadolintConfig('label-schema: {a: urll}', 'h.yaml')).toThrow('did you mean `url`?');
  expect(() => readHadolintConfig('override: {warn: [DL3001]}', 'h.yaml')).toThrow('did you mean `warning`?');
});

describe('the environment', () => {
  it('says the same', () => {
    const layer = readHadolintEnvironment({
      HADOLINT_IGNORE: 'DL3001, DL3002',
      HADOLINT_OVERRIDE_WARNING: 'DL3003',
      HADOLINT_TRUSTED_REGISTRIES: 'docker.io',
      HADOLINT_REQUIRE_LABELS: 'author:text,version:semver',
      HADOLINT_STRICT_LABELS: '1',
      HADOLINT_FAILURE_THRESHOLD: 'error',
      HADOLINT_DISABLE_IGNORE_PRAGMA: 'true',
      HADOLINT_FORMAT: 'json',
      PATH: '/bin',
    });
    expect(layer).toMatchObject({
      rules: [
        { name: 'DL3003', severity: 'warning' },
        { name: 'DL3001', severity: 'off' },
        { name: 'DL3002', severity: 'off' },
      ],
      trustedRegistries: ['docker.io'],
      labelSchema: { author: 'text', version: 'semver' },
      strictLabels: true,
      failOn: 'error',
      pragmas: { allow: false },
      format: 'json',
    });
  });

  it('is no layer where nothing is set', () => expect(readHadolintEnvironment({ PATH: '/bin' })).toBeUndefined());
  it('may say that nothing fails', () =>
    expect(readHadolintEnvironment({ HADOLINT_NOFAIL: '1' })?.failOn).toBe('none'));
  it('is checked', () => {
    expect(() => readHadolintEnvironment({ HADOLINT_FAILURE_THRESHOLD: 'high' })).toThrow(
      /^HADOLINT_FAILURE_THRESHOLD: `high`/,
    );
  });
});

it('is written as a configuration of ours that means the same', () => {
  const config = readHadolintConfig(WHOLE, '.hadolint.yaml');
  const own = toOwnConfig(config, rules);
  expect(own).toBe(`# Made from .hadolint.yaml.
preset: hadolint
fail-on: error
shellcheck: auto
rules:
  one: off # DL3001
  two: warning # DL3002
  three: warning # DL3003
  # DL9999: no rule has this name
  SC2034: off
trusted-registries:
  - docker.io
  - "*.gcr.io"
label-schema:
  author: text
  "no": email
strict-labels: true
pragmas:
  allow: false
# Not a setting of a file here: --format tty
# Not a setting of a file here: --no-color
`);
  const { format: _, color: __, ...expected } = settings(WHOLE);
  expect(settingsFor('a', [readConfig(own, '.plimsoll.yaml')], rules)).toEqual({
    ...expected,
    format: undefined,
    color: undefined,
  });
});
