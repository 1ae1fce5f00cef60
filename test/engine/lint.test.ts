import { expect, it } from 'vitest';
import { lint } from '../../src/engine/lint.ts';
import { defineRule, invocationOn } from '../../src/engine/rule.ts';
import type { Rule } from '../../src/engine/rule.ts';
import { configure, textRule } from '../support/made-up-rules.ts';

const today = invocationOn('2026-11-15');

function told(text: string, ...rules: readonly Rule[]): string[] {
  return lint(text, configure(...rules), today).findings.map(({ rule, at }) => `${rule.id} ${text.slice(...at)}`);
}

it('orders findings by place, then by rule, whatever the order of the rules', () => {
  const rules = [textRule('b', 'RUN'), textRule('a', 'RUN'), textRule('c', 'FROM')];
  const expected = ['c FROM', 'a RUN', 'b RUN'];
  expect(told('FROM x\nRUN y', ...rules)).toEqual(expected);
  expect(told('FROM x\nRUN y', ...rules.toReversed())).toEqual(expected);
});

it('turns a rule that throws into one finding that names it, and runs the others', () => {
  const broken = defineRule({
    ...textRule('broken', ''),
    messages: { none: 'none' },
    check() {
      throw new Error('no such thing');
    },
  });
  const { findings } = lint('FROM x', configure(broken, textRule('a', 'FROM')), today);
  expect(findings.map(({ rule, message, severity }) => [rule.id, severity, message])).toEqual([
    ['internal-error', 'error', 'The rule `broken` failed: no such thing. Please report it; the other rules were run.'],
    ['a', 'warning', 'It says `FROM` here.'],
  ]);
});

it.each([
  ['outside the text', [[0, 99]]],
  ['backwards', [[4, 2]]],
  ['within a character', [[10, 11]]],
  [
    'overlapping',
    [
      [0, 4],
      [3, 5],
    ],
  ],
] as const)('drops a fix whose edits are %s, and says so', (_name, spans) => {
  const text = 'FROM x\nRU😀N';
  const rule = defineRule({
    ...textRule('odd', ''),
    messages: { odd: 'Odd.' },
    check(_, report) {
      report('odd', {
        at: [0, 4],
        fix: { title: 'Break', safety: 'safe', edits: spans.map(span => ({ span, text: '' })) },
      });
    },
  });
  const { findings } = lint(text, configure(rule), today);
  expect(findings.map(one => [one.rule.id, one.fix])).toEqual([
    ['internal-error', undefined],
    ['odd', undefined],
  ]);
});

it('leaves out what is in stages that ship in no image, where the rule asks for that', () => {
  const text = 'FROM a AS build\nRUN x\nFROM b\nCOPY --from=build x x\nRUN x';
  const [shipped, any] = [textRule('shipped', 'RUN x', { applies: 'shipped' }), textRule('any', 'RUN x')];
  expect(told(text, shipped)).toEqual(['shipped RUN x']);
  expect(told(text, any)).toHaveLength(2);
  const everywhere = configure(shipped).map(one => ({ ...one, everywhere: true }));
  expect(lint(text, everywhere, today).findings).toHaveLength(2);
});

it.each([
  ['a binary', 'FROM a\0b', undefined, /binary/],
  ['a file over the limit', 'FROM a\nRUN b', 5, /limit of 5/],
])('gives %s one finding', (_, text, maxSize, message) => {
  const { findings } = lint(text, configure(textRule('a', 'FROM')), today, maxSize === undefined ? {} : { maxSize });
  expect(findings.map(({ rule }) => rule.id)).toEqual(['unreadable-file']);
  expect(findings[0]?.message).toMatch(message);
});

it('takes the severity of a single message from the configuration', () => {
  const [one] = configure(textRule('a', 'FROM'));
  if (!one) throw new Error('no rule');
  expect(lint('FROM x', [{ ...one, messages: { found: 'style' } }], today).findings[0]?.severity).toBe('style');
  expect(lint('FROM x', [{ ...one, messages: { found: 'off' } }], today).findings).toEqual([]);
});

it('gives findings as plain data', () => {
  const { findings } = lint('FROM x', configure(textRule('a', 'FROM', { instead: 'from' })), today);
  expect(JSON.parse(JSON.stringify(findings))).toMatchObject([
    { messageId: 'found', at: [0, 4], fix: { safety: 'safe', edits: [{ span: [0, 4], text: 'from' }] } },
  ]);
});
