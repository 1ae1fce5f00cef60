import { countCalls } from './support/count-calls.ts';
import { expect, it } from 'vitest';
import { lint } from '../src/engine/lint.ts';
import { preset } from '../src/engine/presets.ts';
import { invocationOn } from '../src/engine/rule.ts';
import { rules } from '../src/rules/index.ts';
import { repeated, SHAPES } from './support/repeated.ts';

const SMALL = 40;
/** A function whose work grows with the square runs four times as often on twice as much. */
const ALLOWED = 2.5;
const NEGLIGIBLE = 500;

const configured = preset('strict', rules);
const invocation = invocationOn('2026-11-01');

it.each(Object.entries(SHAPES))('takes twice as many steps for twice as many %s', (_, shape) => {
  // Numbered from another number on each time, so that nothing is known from before.
  const steps = (times: number, start: number) =>
    countCalls(() => lint(repeated(shape, times, start), configured, invocation));
  steps(SMALL, 100);
  const small = steps(SMALL, 200);
  const large = steps(2 * SMALL, 300);
  // V8 leaves out the count of a block that is that of the function around it.
  const steep = Array.from(large, ([step, count]) => ({ step, count, before: small.get(step) ?? count }))
    .filter(({ count, before }) => count > NEGLIGIBLE && count > ALLOWED * before)
    .map(({ step, count, before }) => `${step}: ${before}, then ${count} times`);
  expect(steep).toEqual([]);
});
