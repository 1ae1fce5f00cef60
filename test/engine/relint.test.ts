import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Finding, lint } from '../../src/engine/lint.ts';
import { preset } from '../../src/engine/presets.ts';
import { relinter } from '../../src/engine/relint.ts';
import { defineRule, invocationOn, type Rule } from '../../src/engine/rule.ts';
import { rules } from '../../src/rules/index.ts';
import { fixtures } from '../support/fixtures.ts';
import { configure } from '../support/made-up-rules.ts';

const today = invocationOn('2026-11-15');

/** Reports every `bad` word of the instructions that it is given, with a fix, and notes the stages that these stand in. */
function watcher(seen: string[], more: Partial<Rule> = {}, message = 'bad'): Rule {
  return defineRule({
    id: 'watcher',
    summary: 'Write no bad',
    category: 'correctness',
    severity: 'warning',
    applies: 'any',
    ...more,
    messages: { bad: message },
    options: {},
    check({ stages }, report) {
      for (const { name = '', instructions } of stages) {
        seen.push(name);
        for (const { args } of instructions)
          for (const { text, span } of args.filter(word => word.text === 'bad'))
            report('bad', {
              at: span,
              data: { text } as never,
              fix: { title: 'Write good', safety: 'safe', edits: [{ span, text: 'good' }] },
            });
      }
    },
  });
}

const ABC = [
  'ARG X=1',
  'FROM alpine AS a',
  'RUN bad',
  'FROM alpine AS b',
  'COPY --from=a bad /',
  'FROM alpine AS c',
  'RUN bad',
  'FROM alpine AS d',
  'RUN x',
].join('\n');

describe('the stages that rules see after an edit', () => {
  it.each([
    ['nothing but a comment above the last stage', 'FROM alpine AS d', '# more\nFROM alpine AS d', 'd'],
    ['one stage', 'FROM alpine AS c\nRUN bad', 'FROM alpine AS c\nRUN worse', 'c d'],
    ['one of two that are tied', 'RUN bad\nFROM alpine AS b', 'RUN worse\nFROM alpine AS b', 'a b d'],
    ['what ties two', '--from=a bad', 'bad', 'a b c d'],
    ['what stands above all', 'X=1', 'X=2', 'a b c d'],
    ['a name', 'AS c', 'AS e', 'a b e d'],
    ['one stage more', 'FROM alpine AS d', 'FROM alpine AS n\nFROM alpine AS d', 'a b c n d'],
  ])('%s', (_, from, to, expected) => {
    const seen: string[] = [];
    const relint = relinter(configure(watcher(seen)), today);
    relint(ABC);
    seen.length = 0;
    const edited = ABC.replace(from, to);
    expect(relint(edited).findings.map(shown)).toEqual(lint(edited, configure(watcher([])), today).findings.map(shown));
    expect(seen.join(' ')).toBe(expected);
  });

  it('are all for a rule of the whole file, and once it fails', () => {
    const seen: string[] = [];
    const relint = relinter(configure(watcher(seen, { wholeFile: true })), today);
    relint(ABC);
    relint(ABC.replace('RUN x', 'RUN y'));
    expect(seen.join(' ')).toBe('a b c d a b c d');
  });

  it('are those too whose findings name lines that have moved', () => {
    const seen: string[] = [];
    const relint = relinter(configure(watcher(seen, {}, 'as in line 7')), today);
    relint(ABC);
    seen.length = 0;
    relint(ABC.replace('RUN bad', 'RUN bad\n# one line more'));
    expect(seen.join(' ')).toBe('a b c d');
  });
});

const KEYS = ['a', ' ', '$', '"', '#', '\\', '\n', '/', '=', '-'];
const PIECES = [
  '',
  '\nRUN apt-get update\n',
  '\nUSER root\n',
  'FROM debian:11 AS q\n',
  '\nENV A=$B\n',
  '\nCOPY . .\n',
  '--from=build',
  '<<EOF',
  '\r\n',
];
const edit = fc.record({
  at: fc.nat(),
  length: fc.constantFrom(0, 0, 1, 8),
  text: fc.constantFrom(...KEYS, ...PIECES),
});

describe('what is found in a file as it is typed', () => {
  const files = fixtures().filter(({ text }) => text.length < 3000);
  const configured = preset('strict', rules);

  it('is what is found in each version on its own', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(files.length - 1), { minLength: 1, maxLength: 4 }),
        fc.array(edit, { maxLength: 6 }),
        (picks, edits) => {
          let text = picks.map(pick => files[pick]?.text ?? '').join('\n');
          const invocation = invocationOn('2026-11-15', { context: files[picks[0] ?? 0]?.context });
          const relint = relinter(configured, invocation);
          relint(text);
          for (const { at, length, text: typed } of edits) {
            const place = at % (text.length + 1);
            text = text.slice(0, place) + typed + text.slice(place + length);
            expect(relint(text).findings.map(shown)).toEqual(lint(text, configured, invocation).findings.map(shown));
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});

function shown({ rule, messageId, message, at, severity, fix }: Finding): unknown {
  return { rule: rule.id, messageId, message, at, severity, fix };
}
