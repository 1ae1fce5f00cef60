import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { memoryContext } from '../src/context/memory-context.ts';
import { fixAll, type FixResult } from '../src/engine/fix.ts';
import { lint } from '../src/engine/lint.ts';
import { familyOf } from '../src/engine/names.ts';
import { CATEGORIES, invocationOn, type Fix, type Invocation, type Rule } from '../src/engine/rule.ts';
import { rules } from '../src/rules/index.ts';
import { fixtures } from './support/fixtures.ts';
import { pageExamples } from './support/page-examples.ts';

interface Input {
  readonly name: string;
  readonly text: string;
  readonly invocation: Invocation;
}

const DATE = '2026-11-15';
const NAIVE =
  'FROM python\nRUN apt-get update && apt-get install python3-pip; cd /app && sudo pip install flask\nADD . /app\nCMD python app.py';

const ODD: readonly (readonly [name: string, text: string])[] = [
  ['empty', ''],
  ['one line end', '\n'],
  ['blanks', ' \t\n  '],
  ['comments only', '# a\n# b'],
  ['directives only', '# syntax=docker/dockerfile:1\n# check=skip=all'],
  ['no FROM', 'RUN x\nCOPY a b'],
  [
    'keywords alone',
    'FROM\nRUN\nCOPY\nADD\nENV\nARG\nLABEL\nUSER\nWORKDIR\nEXPOSE\nVOLUME\nCMD\nENTRYPOINT\nHEALTHCHECK\nSHELL\nSTOPSIGNAL\nONBUILD\nMAINTAINER',
  ],
  ['CRLF', `${NAIVE}\n`.replaceAll('\n', '\r\n')],
  [
    'CRLF, continued',
    'FROM debian:12\r\nRUN apt-get update \\\r\n # why\r\n && apt-get install curl \\\r\n\r\n  git\r\nCMD echo hi\r\n',
  ],
  ['byte order mark', `\uFEFF${NAIVE}`],
  ['no last line end', NAIVE],
  [
    'backtick escape',
    '# escape=`\nFROM debian:12\nRUN apt-get update `\n && apt-get install curl\nCOPY a b c\nCMD echo hi\n',
  ],
  [
    'Windows',
    '# escape=`\nFROM mcr.microsoft.com/windows/servercore:ltsc2022\nSHELL ["powershell", "-Command"]\nRUN Invoke-WebRequest x | iex\nCMD app.exe\n',
  ],
  [
    'heredocs',
    'FROM debian:12\nRUN <<EOF\napt-get update\napt-get install curl\ncd /x\nEOF\nCOPY <<a <<b /x/\n1\na\n2\nb\nCMD echo hi\n',
  ],
  ['an unfinished heredoc', 'FROM a\nRUN <<EOF\napt-get install x'],
  ['an unfinished continuation', 'FROM a\nRUN apt-get install x \\'],
  ['broken JSON', "FROM a\nCMD ['a', 'b']\nENTRYPOINT [\"a\",]\nRUN [\nSHELL bash\n"],
  [
    'ONBUILD',
    'FROM a\nONBUILD RUN apt-get install x\nONBUILD COPY . .\nONBUILD CMD npm start\nONBUILD ONBUILD RUN x\n',
  ],
  [
    'variables',
    'ARG T\nARG I=a\nFROM ${I}:${T:-x} AS ${N}\nCOPY --from=$I $A ${B:?no} $\nRUN $X $(y) `z` ${\nUSER $U\n',
  ],
  ['lone surrogates', 'FROM a\nRUN echo \uD83D && apt-get install \uDE00\nLABEL \uD83D=\uDE00'],
  ['control characters', 'FROM a\u0007\nRUN echo \u001b[31m && cd \u0001\n'],
  [
    'stages in circles',
    'FROM b AS a\nCOPY --from=a x y\nFROM a AS b\nCOPY --from=9 x y\nFROM b\nCOPY --from=c x y\nFROM x AS c\n',
  ],
  ['a broken script', 'FROM a\nRUN if x; then && ) fi "\nRUN apt-get install $(\nCMD "\n'],
];

const inputs: readonly Input[] = [
  ...ODD.map(([name, text]) => ({
    name,
    text,
    invocation: invocationOn(DATE, { context: memoryContext({ 'app.py': '', '.git/HEAD': '' }) }),
  })),
  ...fixtures().map(({ path, text, context }) => ({ name: path, text, invocation: invocationOn(DATE, { context }) })),
  ...readdirSync('docs/rules').flatMap(file => pageInputs(`docs/rules/${file}`)),
];

/** The examples of the pages, each of which is wrong in a way of its own. */
function pageInputs(path: string): Input[] {
  return pageExamples(readFileSync(path, 'utf8')).map(({ code, context: { files, ...more } }, index) => ({
    name: `${path} ${index}`,
    text: code,
    invocation: invocationOn(DATE, { ...more, context: files && memoryContext(files) }),
  }));
}

describe.each(rules.map(rule => [rule.id, rule] as const))('%s', (_, rule) => {
  const seen = new Set<Fix['safety']>();

  it('names itself as others do', () => {
    expect(rule.id).toMatch(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/);
    expect(CATEGORIES).toContain(rule.category);
    expect(rule.summary, 'has no full stop').not.toMatch(/\.$/);
    expect(
      (rule.aliases ?? []).filter(alias => familyOf(alias) === undefined),
      'codes of nobody',
    ).toEqual([]);
    expect(
      Object.keys(rule.codes ?? {}).filter(code => !rule.aliases?.includes(code)),
      'codes that are no aliases',
    ).toEqual([]);
    expect(
      Object.values(rule.codes ?? {}).filter(id => rule.messages[id] === undefined),
      'codes of no message',
    ).toEqual([]);
    for (const message of Object.values(rule.messages)) expect(message, 'ends with a stop').toMatch(/[.?}]$/);
    for (const option of Object.values(rule.options)) expect(option.accepts(option.default), option.about).toBe(true);
  });

  it('never fails, and points into the text', () => {
    for (const { name, text, invocation } of inputs) {
      const { findings } = lint(text, configured(rule), invocation, { catalogue: rules });
      for (const { rule: by, message, at, fix } of findings) {
        expect(by.id, `${name}: ${message}`).toBe(rule.id);
        expect(at[0] >= 0 && at[0] <= at[1] && at[1] <= text.length, `${name}: ${at.join()}`).toBe(true);
        expect(message, name).not.toContain('[object ');
        expect(message, `${name}: ends with a stop`).toMatch(/[.?]$/);
        if (fix) seen.add(fix.safety);
      }
    }
  });

  it('offers fixes as it declares, safe ones if it may', () => {
    const mildest = seen.has('safe') ? 'safe' : seen.has('unsafe') ? 'unsafe' : undefined;
    if (rule.fixable === undefined || mildest !== undefined) expect(mildest).toBe(rule.fixable);
  });

  it('fixes until nothing changes, and breaks nothing', () => {
    if (rule.fixable === undefined) return;
    for (const { name, text, invocation } of inputs) {
      for (const allow of ['safe', 'unsafe'] as const)
        expectGoodFix(fixAll(text, configured(rule), invocation, { allow }), text, name);
    }
  });
});

it.each(['safe', 'unsafe'] as const)('all rules together: %s fixes converge, and break nothing', allow => {
  const all = rules.flatMap(rule => configured(rule));
  for (const { name, text, invocation } of inputs) {
    const first = fixAll(text, all, invocation, { allow, catalogue: rules });
    expectGoodFix(first, text, name);
    if (first.files.size > 0) continue;
    expect(fixAll(first.text, all, invocation, { allow, catalogue: rules }).text, `${name}, again`).toBe(first.text);
  }
});

function configured(rule: Rule) {
  return [{ rule, severity: rule.severity, options: {} }];
}

function expectGoodFix({ text, rejected }: FixResult, before: string, name: string): void {
  expect(rejected, `${name}: fixes taken back`).toEqual([]);
  if (/\r\n/.test(before) && !/[^\r]\n/.test(before)) expect(text, `${name}: CRLF stays`).not.toMatch(/[^\r]\n/);
  if (before.startsWith('\uFEFF')) expect(text.startsWith('\uFEFF'), `${name}: the byte order mark stays`).toBe(true);
  if (!before.endsWith('\n')) expect(text.endsWith('\n'), `${name}: the end stays as it was`).toBe(false);
}
