import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readConfig } from '../../src/config/read-config.ts';
import { configSchema } from '../../src/config/schema.ts';
import { checkRules } from '../../src/config/settings.ts';
import { integer } from '../../src/engine/options.ts';
import { defineRule } from '../../src/engine/rule.ts';
import { textRule } from '../support/made-up-rules.ts';

const rules = [
  textRule('no-run', 'RUN', { aliases: ['DL3059', 'StageNameCasing'] }),
  defineRule({
    ...textRule('many-layers', ''),
    messages: { many: 'Many.' },
    options: { max: integer({ about: 'Most layers.', default: 20, min: 1 }) },
    check() {},
  }),
];

const WHOLE = `
extends: [strict, ./base.yaml]
edition: 2026
preview: true
rules:
  no-run: off
  dl3059: info
  SC2086: style
  many-layers: [warning, { max: 3 }]
overrides:
  - files: ["**/*.dev.Dockerfile", test/]
    rules: { many-layers: on }
    strict-labels: false
trusted-registries: [ghcr.io, "*.example.org"]
label-schema: { org.opencontainers.image.source: url }
strict-labels: true
fail-on: error
max-size: 5000
pragmas: { allow: true, require-reason: true }
policies:
  forbidden-packages: [telnet]
plugins: [./rules/own.mjs]
shellcheck: auto
ignore-paths: [vendor/]
`;

it('reads every key', () => {
  expect(readConfig(WHOLE, 'a.yaml', '/repo')).toEqual({
    source: 'a.yaml',
    folder: '/repo',
    extends: ['./base.yaml'],
    preset: 'strict',
    edition: 2026,
    preview: true,
    rules: [
      { name: 'forbidden-package', severity: 'on', options: { deny: ['telnet'] } },
      { name: 'no-run', severity: 'off', at: { line: 6, column: 3 } },
      { name: 'dl3059', severity: 'info', at: { line: 7, column: 3 } },
      { name: 'SC2086', severity: 'style', at: { line: 8, column: 3 } },
      { name: 'many-layers', severity: 'warning', options: { max: 3 }, at: { line: 9, column: 3 } },
    ],
    overrides: [
      {
        files: ['**/*.dev.Dockerfile', 'test/'],
        rules: [{ name: 'many-layers', severity: 'on', at: { line: 12, column: 14 } }],
        strictLabels: false,
      },
    ],
    trustedRegistries: ['ghcr.io', '*.example.org'],
    labelSchema: { 'org.opencontainers.image.source': 'url' },
    strictLabels: true,
    failOn: 'error',
    maxSize: 5000,
    pragmas: { allow: true, requireReason: true },
    plugins: ['./rules/own.mjs'],
    shellcheck: 'auto',
    ignorePaths: ['vendor/'],
  });
});

it('takes policies under the names of plain keys', () => {
  const policies = 'policies:\n  allowed-registries: [ghcr.io]\n  required-labels: [maintainer]\n';
  expect(readConfig(policies, 'a')).toMatchObject({
    trustedRegistries: ['ghcr.io'],
    labelSchema: { maintainer: 'text' },
  });
});

it.each(['', '# nothing\n', '{}', 'null'])('takes %j for an empty one', text => {
  expect(readConfig(text, 'a.yaml')).toMatchObject({ source: 'a.yaml' });
});

describe('names the place and the nearest right name', () => {
  it.each([
    ['rule:\n  a: off', 'a.yaml:1:1: there is no key `rule`; did you mean `rules`?'],
    [
      'preset: strikt',
      'a.yaml:1:9: `preset` takes recommended, strict, hadolint, buildkit, security, not "strikt"; did you mean `strict`?',
    ],
    [
      '\nfail-on: warn',
      'a.yaml:2:10: `fail-on` takes error, warning, info, style, none, not "warn"; did you mean `warning`?',
    ],
    ['max-size: 0', 'a.yaml:1:11: `max-size` takes a whole number from 1, not 0'],
    ['trusted-registries: ghcr.io', 'a.yaml:1:21: `trusted-registries` takes a list of texts, not "ghcr.io"'],
    ['rules: [a]', 'a.yaml:1:8: `rules` takes keys with values, not ["a"]'],
    [
      'rules:\n  no-run: eror',
      'a.yaml:2:11: `no-run` takes on, off, error, warning, info, style or [severity, options], not "eror"; did you mean `error`?',
    ],
    ['rules:\n  no-rum: off', 'a.yaml:2:3: there is no rule `no-rum`; did you mean `no-run`?'],
    ['rules:\n  many-layers: [info, {maxx: 3}]', 'a.yaml:2:3: `many-layers` has no option `maxx`; did you mean `max`?'],
    [
      'rules:\n  many-layers: [info, {max: many}]',
      'a.yaml:2:3: `max` of `many-layers` takes a whole number from 1, not "many"',
    ],
    ['overrides:\n  - rules: {no-run: off}', 'a.yaml:2:5: an override says in `files` which files it is for'],
    ['overrides:\n  - files: a\n    presett: x', 'a.yaml:3:5: there is no key `presett` in `overrides`'],
    ['pragmas: {reasons: true}', 'a.yaml:1:11: there is no key `reasons` in `pragmas`'],
    ['extends: recomended', 'a.yaml:1:10: `recomended` is neither a preset nor a file; did you mean `recommended`?'],
    [
      'label-schema: {a: link}',
      'a.yaml:1:19: `label-schema` takes names, each with one of text, url, semver, hash, rfc3339, spdx, email, not "link"',
    ],
    ['label-schema: {a: text, b: urll}', /^a\.yaml:1:28: .*, not "urll"; did you mean `url`\?$/],
    ['edition: 2027', 'a.yaml:1:10: `edition` takes 2026 in this version, not 2027'],
    ['trusted-registries: [a.org, 5]', 'a.yaml:1:29: `trusted-registries` takes a list of texts, not 5'],
    [
      'policies: {forbidden-instructions: [add, ONBULID]}',
      /^a\.yaml:1:42: .*, not "ONBULID"; did you mean `ONBUILD`\?$/,
    ],
    ['preset: strict\n---\npreset: strict', 'a.yaml:2:1: a second document begins here; a configuration is one'],
    ['a: [1', /^a\.yaml:1:\d+: /],
    ['preset: strict\npreset: strict', /^a\.yaml:2:1: .*unique/],
    [`a: ${'['.repeat(20_000)}`, /^a\.yaml:1:\d+: it is nested too deeply$/],
    ['- a', /^a\.yaml:1:1: a configuration takes keys with values/],
  ])('%j', (text, message) => {
    const read = () => checkRules(readConfig(text, 'a.yaml'), rules);
    if (typeof message === 'string') expect(read).toThrow(expect.objectContaining({ message }));
    else expect(read).toThrow(message);
  });
});

it('refuses aliases that unfold without end', () => {
  const bomb = [
    'a: &a [x,x,x,x,x,x,x,x,x]',
    ...'bcdefghi'.split('').map((key, i) => `${key}: &${key} [${`*${'abcdefghi'[i]},`.repeat(9)}]`),
  ];
  expect(() => readConfig(bomb.join('\n'), 'a.yaml')).toThrow(/a\.yaml: /);
});

describe('its JSON Schema', () => {
  const validate = new Ajv({ strict: true, strictTypes: false, strictTuples: false }).compile(configSchema(rules));

  it('is published as the program prints it', async () => {
    const text = `${JSON.stringify(configSchema(rules), null, 2)}\n`;
    await expect(text).toMatchFileSnapshot('../../schema/config.schema.json');
  });

  it('and the reader accept what docs/configuration.md shows', () => {
    const [, shown = ''] = /```yaml\n([^]*?)```/.exec(readFileSync('docs/configuration.md', 'utf8')) ?? [];
    expect(validate(parse(shown)), JSON.stringify(validate.errors)).toBe(true);
    expect(readConfig(shown, 'shown.yaml')).toMatchObject({ edition: 2026, pragmas: { allow: true } });
  });

  it.each([WHOLE, 'rules: {many-layers: [off]}', 'policies: {required-labels: {a: url}}', 'extends: strict'])(
    'accepts %j',
    text => {
      expect(validate(parse(text)), JSON.stringify(validate.errors)).toBe(true);
    },
  );

  it.each([
    'rule: {}',
    'preset: strikt',
    'rules: {many-layers: [info, {maks: 1}]}',
    'overrides: [{rules: {}}]',
    'max-size: 0',
  ])('refuses %j', text => {
    expect(validate(parse(text))).toBe(false);
  });
});
