import { expect, it } from 'vitest';
import { familyOf, nameIndex } from '../../src/engine/names.ts';
import { nearest } from '../../src/text/nearest.ts';
import { textRule } from '../support/made-up-rules.ts';

const index = nameIndex([
  textRule('root-user', 'x', { aliases: ['DL3002', 'DS-0002'] }),
  textRule('multiple-cmd', 'x', { aliases: ['MultipleInstructionsDisallowed'] }),
  textRule('multiple-entrypoint', 'x', { aliases: ['MultipleInstructionsDisallowed'] }),
]);

it.each([
  ['root-user', 1],
  ['ROOT-USER', 1],
  ['dl3002', 1],
  ['hadolint/DL3002', 1],
  ['DS002', 1],
  ['ds-0002', 1],
  ['AVD-DS-0002', 1],
  ['DS0002', 1],
  ['Bk:MultipleInstructionsDisallowed', 2],
  ['buildkit/multipleinstructionsdisallowed', 2],
  ['DS-0003', 0],
  ['root', 0],
  ['', 0],
])('%s stands for %i', (name, count) => expect(index.find(name)).toHaveLength(count));

it.each([
  ['rot-user', 'root-user'],
  ['root-usre', 'root-user'],
  ['DL3020', 'DL3002'],
  ['copy-before-install', undefined],
])('%s was meant as %s', (name, meant) => expect(index.suggest(name)).toBe(meant));

it.each([
  ['DL3002', 'hadolint'],
  ['SC2086', 'shellcheck'],
  ['DS-0002', 'trivy'],
  ['JSONArgsRecommended', 'buildkit'],
  ['FromAsCasing', 'buildkit'],
  ['CKV_DOCKER_2', 'checkov'],
  ['root-user', undefined],
])('%s is of %s', (alias, family) => expect(familyOf(alias)).toBe(family));

it('takes the nearest of several, and none that is far', () => {
  expect(nearest('verison', ['version', 'verbose'])).toBe('version');
  expect(nearest('x', ['completely'])).toBeUndefined();
  expect(nearest('PAHT', ['PATH', 'HOME'])).toBe('PATH');
  expect(nearest('of', ['on', 'off'])).toBe('off');
});
