import { expect, it } from 'vitest';
import { preset } from '../../src/engine/presets.ts';
import { defineRule, type PresetName } from '../../src/engine/rule.ts';
import type { PresetOptions } from '../../src/engine/presets.ts';
import { textRule } from '../support/made-up-rules.ts';

const rules = [
  textRule('plain', 'x'),
  textRule('off', 'x', { recommended: false, aliases: ['DL3059'], hadolint: 'info' }),
  textRule('secret', 'x', { category: 'security', severity: 'error', aliases: ['SecretsUsedInArgOrEnv', 'DL3064'] }),
  textRule('healthcheck', 'x', { aliases: ['DL3057'], hadolint: 'off' }),
  textRule('experimental', 'x', { aliases: ['InvalidDefinitionDescription'] }),
  textRule('newer', 'x', { edition: 2027, formerly: {} }),
  textRule('changed', 'x', { severity: 'error', formerly: { 2026: 'info', 2027: 'warning' } }),
  textRule('trial', 'x', { preview: true }),
  textRule('shell', 'x', { aliases: ['SC2086'], severity: 'info' }),
];

function told(name: PresetName, options?: PresetOptions): string[] {
  return preset(name, rules, options).map(({ rule, severity }) => `${rule.id} ${severity}`);
}

it.each([
  ['hadolint', undefined, ['off info', 'secret error', 'shell info']],
  ['buildkit', undefined, ['secret warning']],
  ['security', undefined, ['secret error']],
  [
    'recommended',
    undefined,
    [
      'plain warning',
      'secret error',
      'healthcheck warning',
      'experimental warning',
      'newer warning',
      'changed error',
      'shell info',
    ],
  ],
  [
    'recommended',
    { edition: 2026 },
    ['plain warning', 'secret error', 'healthcheck warning', 'experimental warning', 'changed info', 'shell info'],
  ],
] as const)('%s %j', (name, options, expected) => expect(told(name, options)).toEqual(expected));

it('takes in everything for strict, previews where asked', () => {
  expect(told('strict')).toHaveLength(rules.length - 1);
  expect(told('strict', { preview: true })).toHaveLength(rules.length);
});

it("leaves out a peer's rule's messages that the peer has not", () => {
  const rule = defineRule({
    ...textRule('base', ''),
    aliases: ['DL3007'],
    codes: { DL3007: 'latest' },
    messages: { latest: 'Latest.', edge: 'Edge.' },
    presetOptions: { strict: { all: true } },
    check() {},
  });
  expect(preset('hadolint', [rule])).toMatchObject([{ messages: { edge: 'off' }, everywhere: true, options: {} }]);
  expect(preset('strict', [rule])).toMatchObject([{ options: { all: true } }]);
});

it('gives messages a severity of their own in our presets, not in those of peers', () => {
  const rule = defineRule({
    ...textRule('secret', 'x', { category: 'security', aliases: ['SecretsUsedInArgOrEnv'] }),
    messages: { value: 'Value.', name: 'Name.' },
    severities: { name: 'info' },
    check() {},
  });
  const own = (name: PresetName) => preset(name, [rule]).map(({ messages }) => messages);
  expect(own('recommended')).toEqual([{ name: 'info' }]);
  expect(own('strict')).toEqual([{ name: 'info' }]);
  expect(own('security')).toEqual([{ name: 'info' }]);
  expect(own('buildkit')).toEqual([undefined]);
});
