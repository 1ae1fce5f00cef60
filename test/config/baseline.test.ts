import { expect, it } from 'vitest';
import { makeBaseline, newFindings, readBaseline, writeBaseline } from '../../src/config/baseline.ts';
import { lint } from '../../src/engine/lint.ts';
import { invocationOn } from '../../src/engine/rule.ts';
import { configure, textRule } from '../support/made-up-rules.ts';

const rules = configure(textRule('no-add', 'ADD'), textRule('no-root', 'root'));

function linted(path: string, text: string) {
  const { dockerfile, findings } = lint(text, rules, invocationOn('2026-11-15'));
  return { path, dockerfile, findings };
}

function fresh(before: string, after: string): string[] {
  const baseline = readBaseline(writeBaseline(makeBaseline([linted('Dockerfile', before)])), 'b.json');
  const file = linted('Dockerfile', after);
  return newFindings(baseline, file).map(({ rule, at }) => `${file.dockerfile.lines.position(at[0]).line} ${rule.id}`);
}

it.each([
  ['the same file', 'FROM a\nADD x /', 'FROM a\nADD x /', []],
  ['lines that moved', 'FROM a\nADD x /\nUSER root', '# new\n\nFROM a\n\nUSER root\nADD   x /', []],
  ['one more of the same', 'FROM a\nADD x /', 'FROM a\nADD x /\nADD x /', ['3 no-add']],
  ['another place of the same rule', 'FROM a\nADD x /', 'FROM a\nADD y /', ['2 no-add']],
  ['another rule at the same place', 'FROM a\nUSER r', 'FROM a\nUSER root', ['2 no-root']],
  ['one fault less', 'FROM a\nADD x /\nADD x /', 'FROM a\nADD x /', []],
])('%s', (_, before, after, expected) => expect(fresh(before, after)).toEqual(expected));

it('is per file', () => {
  const baseline = makeBaseline([linted('a/Dockerfile', 'FROM a\nADD x /')]);
  expect(newFindings(baseline, linted('b/Dockerfile', 'FROM a\nADD x /'))).toHaveLength(1);
});

it('is written in one order, whatever that of the files', () => {
  const files = [linted('b', 'FROM a\nADD x /\nUSER root'), linted('a', 'FROM a\nADD x /'), linted('c', 'FROM a')];
  const text = writeBaseline(makeBaseline(files));
  expect(text).toBe(writeBaseline(makeBaseline(files.toReversed())));
  expect(Object.keys(JSON.parse(text).files)).toEqual(['a', 'b']);
});

it.each([
  '',
  'no',
  '[]',
  '{"version":2,"files":{}}',
  '{"version":1,"files":{"a":1}}',
  '{"version":1,"files":{"a":{"b":"c"}}}',
])('refuses %j with one line', text => {
  expect(() => readBaseline(text, 'b.json')).toThrow(/^b\.json: [^\n]+$/);
});
