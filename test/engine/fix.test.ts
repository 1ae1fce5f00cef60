import { describe, expect, it } from 'vitest';
import { memoryContext } from '../../src/context/memory-context.ts';
import { fixAll } from '../../src/engine/fix.ts';
import { defineRule, invocationOn, type Rule } from '../../src/engine/rule.ts';
import { configure, textRule } from '../support/made-up-rules.ts';

const today = invocationOn('2026-11-15');
const fix = (text: string, rules: readonly Rule[], options = {}) => fixAll(text, configure(...rules), today, options);

const add = textRule('add', 'ADD', { instead: 'COPY' });
const split = defineRule({
  ...textRule('split', ''),
  messages: { split: 'One stage builds and runs.' },
  check({ text, stages }, report) {
    if (stages.length !== 1) return;
    const after = `FROM a AS build\n${text.split('\n').slice(1).join('\n')}\nFROM scratch\nCOPY --from=build / /`;
    report('split', {
      at: [0, 4],
      fix: { title: 'Split', safety: 'unsafe', edits: [{ span: [0, text.length], text: after }] },
    });
  },
});
const text = 'FROM a\nADD x /\nADD y /';

it.each([[[add, split]], [[split, add]]])('reaches the same file whichever rule is listed first', rules => {
  const { text: result, applied, steps } = fix(text, rules, { allow: 'unsafe' });
  expect(result).toBe('FROM a AS build\nCOPY x /\nCOPY y /\nFROM scratch\nCOPY --from=build / /');
  expect(steps).toHaveLength(2);
  expect(applied.toSorted((a, b) => a.rule.localeCompare(b.rule))).toEqual([
    { rule: 'add', title: 'Write COPY', safety: 'safe', count: 2 },
    { rule: 'split', title: 'Split', safety: 'unsafe', count: 1 },
  ]);
});

it('keeps unsafe fixes back unless asked, and reports what they would mend', () => {
  const result = fix(text, [add, split]);
  expect(result.text).toBe('FROM a\nCOPY x /\nCOPY y /');
  expect(result.remaining.findings.map(({ rule }) => rule.id)).toEqual(['split']);
});

it('applies the fixes of the rules asked for only', () => {
  const rules = [add, textRule('from', 'FROM', { instead: 'from' })];
  expect(fix(text, rules, { only: ['from'] }).text).toBe('from a\nADD x /\nADD y /');
});

it('fixes nothing that a pragma silences', () => {
  expect(fix('FROM a\n# plimsoll ignore=add\nADD x /\nADD y /', [add]).text).toBe(
    'FROM a\n# plimsoll ignore=add\nADD x /\nCOPY y /',
  );
});

it('gives way to the rule listed first where two fixes meet', () => {
  const rules = [textRule('one', 'ADD x', { instead: 'COPY x' }), textRule('two', 'x /', { instead: 'z /' })];
  expect(fix('FROM a\nADD x /', rules)).toMatchObject({ text: 'FROM a\nCOPY z /', rejected: [] });
});

describe('a fault of a rule', () => {
  const [there, back] = [textRule('there', 'red', { instead: 'blue' }), textRule('back', 'blue', { instead: 'red' })];

  it('circular fixes are named, taken back, and the others stay', () => {
    const { text: result, rejected, applied, netHits } = fix('FROM a\nADD red /', [there, back, add]);
    expect(result).toBe('FROM a\nCOPY red /');
    expect(rejected).toEqual([
      { rule: 'back', cause: 'circular' },
      { rule: 'there', cause: 'circular' },
    ]);
    expect(applied.map(({ rule }) => rule)).toEqual(['add']);
    expect(netHits).toBe(0);
  });

  it('a fix that never ends is named and taken back', () => {
    const grow = textRule('grow', 'x /', { instead: 'x x /' });
    expect(fix(text, [add, grow])).toMatchObject({
      text: 'FROM a\nCOPY x /\nCOPY y /',
      rejected: [{ rule: 'grow', cause: 'circular' }],
    });
  });

  it('a fix that BuildKit would reject is named and taken back', () => {
    const breaks = textRule('breaks', 'y /', { instead: '--nonsense y /' });
    expect(fix(text, [breaks, add])).toMatchObject({
      text: 'FROM a\nCOPY x /\nCOPY y /',
      rejected: [{ rule: 'breaks', cause: 'breaks' }],
      netHits: 1,
    });
  });

  it('a safe fix that changes the stages is named and taken back', () => {
    const stage = textRule('stage', 'ADD y', { instead: 'FROM b\nADD y' });
    expect(fix(text, [stage])).toMatchObject({ text, rejected: [{ rule: 'stage', cause: 'breaks' }] });
    const unsafe = textRule('stage', 'ADD y', { instead: 'FROM b\nCOPY y', safety: 'unsafe' });
    expect(fix(text, [unsafe], { allow: 'unsafe' }).rejected).toEqual([]);
  });

  it('a file that is broken already may be mended all the same', () => {
    expect(fix('FROM a\nNONSENSE\nADD x /', [add]).text).toBe('FROM a\nNONSENSE\nCOPY x /');
  });
});

it('shows the next pass the files that a fix wrote', () => {
  const ignore = defineRule({
    ...textRule('ignore', ''),
    messages: { none: 'Nothing keeps `{path}` out.' },
    check({ instructions: [first] }, report, _, { context }) {
      const path = context?.files().find(file => file.startsWith('.git/'));
      if (!first || path === undefined) return;
      const files = [{ path: '.dockerignore', text: `${context?.ignoreFile?.text ?? ''}.git\n` }];
      report('none', {
        at: first.keywordSpan,
        data: { path },
        fix: { title: 'Ignore .git', safety: 'safe', edits: [], files },
      });
    },
  });
  const context = memoryContext({ '.git/HEAD': 'x', '.dockerignore': 'dist\n' });
  const result = fixAll('FROM a', configure(ignore), invocationOn('2026-11-15', { context }));
  expect(result).toMatchObject({ text: 'FROM a', rejected: [], remaining: { findings: [] } });
  expect([...result.files]).toEqual([['.dockerignore', 'dist\n.git\n']]);
});

it('fixes ten thousand places in one pass', () => {
  const long = `FROM a\n${'ADD x /\n'.repeat(10_000)}`;
  expect(fix(long, [add])).toMatchObject({ text: long.replaceAll('ADD', 'COPY') });
});
