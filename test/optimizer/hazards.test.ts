import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseDockerfile } from '../../src/dockerfile/parse.ts';
import { HAZARDS } from '../../src/optimizer/hazards/index.ts';
import { optimize } from '../../src/optimizer/optimize.ts';
import { fixtureContext } from './fixture-context.ts';
import { renderPlan } from './render-plan.ts';

const names = readdirSync('test/fixtures/hazards').toSorted();

it('has a fixture for every hazard, under its number', () => {
  expect(names.map(name => Number.parseInt(name, 10))).toEqual(Object.keys(HAZARDS).map(Number));
});

const possible = names.filter(name => !('impossible' in (HAZARDS[Number.parseInt(name, 10)] ?? {})));

it.each(possible)('%s: the plan names the hazard', name => {
  const folder = `test/fixtures/hazards/${name}`;
  const plan = optimize(parseDockerfile(readFileSync(`${folder}/Dockerfile`, 'utf8')), fixtureContext(folder));
  expect(renderPlan(plan)).toMatch(new RegExp(`\\bH${Number.parseInt(name, 10)}\\b`));
});
