import { describe, expect, it } from 'vitest';
import { ruleTester } from '../../src/rule-tester.ts';

/** Runs one rule over a table of Dockerfiles that are fine and ones that are not. */
export const testRule = ruleTester({
  describe,
  it,
  equal: (actual, expected, message) => expect(actual, message).toEqual(expected),
});
