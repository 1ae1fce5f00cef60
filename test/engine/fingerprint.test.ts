import { expect, it } from 'vitest';
import { fingerprints, uniqueFingerprints } from '../../src/engine/fingerprint.ts';
import { lint } from '../../src/engine/lint.ts';
import { invocationOn } from '../../src/engine/rule.ts';
import { configure, textRule } from '../support/made-up-rules.ts';

function prints(text: string, of = fingerprints): string[] {
  const { dockerfile, findings } = lint(text, configure(textRule('a', 'x')), invocationOn('2026-11-15'));
  return of(dockerfile, findings);
}

it('has sixteen digits, and stays when lines and blanks move', () => {
  const [print] = prints('FROM b\nRUN x');
  expect(print).toMatch(/^[0-9a-f]{16}$/);
  expect(prints('# c\n\nFROM b\n\n\nRUN \\\n   x')).not.toEqual([print]);
  expect(prints('# c\n\nFROM b\n\n\nRUN   x\n')).toEqual([print]);
  expect(prints('FROM b\r\nRUN x\r\n')).toEqual([print]);
});

it('differs where rule, message or instruction differ', () => {
  const all = [...prints('FROM b\nRUN x'), ...prints('FROM b\nRUN y x'), ...prints('FROM b\n# x'), ...prints('FROM x')];
  expect(new Set(all).size).toBe(4);
});

it('numbers equal ones where each must be unique', () => {
  const [first, second] = prints('FROM b\nRUN x\nRUN x', uniqueFingerprints);
  expect(second).toBe(`${first}:2`);
});
