import { readdirSync } from 'node:fs';
import { diffArrays } from 'diff';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memoryContext } from '../../src/context/memory-context.ts';
import { fixAll } from '../../src/engine/fix.ts';
import { overlayContext } from '../../src/engine/overlay-context.ts';
import { invocationOn } from '../../src/engine/rule.ts';
import { rules } from '../../src/rules/index.ts';
import { meaningOf } from '../support/meaning.ts';
import { stubShell, type StubShell } from '../support/stub-shell.ts';
import type { MeaningCase } from './meaning/case.ts';
import { cases } from './meaning/index.ts';

// What a fixed file builds is what the file built before, but for what the rule is about: the scripts run on programs that only note how
// they are called, and the instructions are read by the same model as the rules use.
let shell: StubShell;
beforeAll(() => {
  shell = stubShell();
});
afterAll(() => shell.remove());

it('has a case for every rule that fixes', () => {
  const covered = new Set(cases.map(({ rule }) => rule));
  expect(rules.filter(({ id, fixable }) => fixable !== undefined && !covered.has(id)).map(({ id }) => id)).toEqual([]);
});

it('has every table of its folder', () => {
  const files = readdirSync('test/fixers/meaning').filter(file => !['case.ts', 'index.ts'].includes(file));
  expect(
    files.map(file => file.replace('.ts', '')).filter(name => !cases.some(one => categoryOf(one) === name)),
  ).toEqual([]);
});

describe.each(cases.map(one => [one.rule, one] as const))('%s', (_, one) => {
  it(`means the same but for what it is about: ${JSON.stringify(one.before)}`, () => {
    const { before, after } = fixed(one);
    expect(differences(before, after)).toEqual(one.differs);
  });
});

function fixed({ rule: id, before: text, files, options = {} }: MeaningCase) {
  const rule = rules.find(one => one.id === id);
  if (rule === undefined) throw new Error(`There is no rule ${id}.`);
  const context = files && memoryContext(files);
  const configured = [{ rule, severity: rule.severity, options }];
  const result = fixAll(text, configured, invocationOn('2026-11-15', { context }), { allow: 'unsafe' });
  expect([result.text === text && result.files.size === 0, result.rejected], 'it is fixed').toEqual([false, []]);
  const written = context && overlayContext(context, result.files);
  return { before: meaningOf(text, context, shell), after: meaningOf(result.text, written, shell) };
}

function differences(before: readonly string[], after: readonly string[]): readonly string[] {
  return diffArrays([...before], [...after]).flatMap(({ added, removed, value }) =>
    added || removed ? value.map(line => `${added ? '+' : '-'} ${line}`) : [],
  );
}

function categoryOf({ rule }: MeaningCase): string | undefined {
  return rules.find(({ id }) => id === rule)?.category;
}
