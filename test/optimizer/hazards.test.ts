import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { HAZARDS } from '../../src/optimizer/hazards/index.ts';

const names = readdirSync('test/fixtures/hazards').toSorted();

it('has a fixture for every hazard, under its number', () => {
  expect(names.map(name => Number.parseInt(name, 10))).toEqual(Object.keys(HAZARDS).map(Number));
});
