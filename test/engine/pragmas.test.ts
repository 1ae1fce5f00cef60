import { describe, expect, it } from 'vitest';
import { lint } from '../../src/engine/lint.ts';
import { invocationOn } from '../../src/engine/rule.ts';
import { configure, textRule } from '../support/made-up-rules.ts';

const rules = configure(
  textRule('no-run', 'RUN', { aliases: ['DL3001', 'DS-0002', 'StageNameCasing', 'SC2086'] }),
  textRule('no-copy', 'COPY', { aliases: ['DL3020'] }),
  textRule('no-from', 'FROM', { aliases: ['DL3002'] }),
);

/** What is left to report, as `line rule`. */
function left(text: string, date = '2026-11-15'): string[] {
  const { findings, dockerfile } = lint(text, rules, invocationOn(date));
  return findings.map(({ rule, at }) => `${dockerfile.lines.position(at[0]).line} ${rule.id}`);
}

const OTHERS = ['1 no-from', '4 no-run'];

describe('before an instruction', () => {
  it.each([
    '# plimsoll ignore=no-run',
    '# plimsoll ignore=NO-RUN -- it has to be',
    '#plimsoll ignore = no-run , no-copy',
    '# plimsoll: ignore=dl3001',
    '# plimsoll ignore=all',
    '# plimsoll ignore=no-run until=2026-11-15 -- today still',
    '# plimsoll ignore=DS002',
    '# plimsoll ignore=avd-ds-0002',
    '# plimsoll ignore=Bk:StageNameCasing',
    '# hadolint ignore=DL3001',
    '#hadolint   ignore = DL3001 , SC2086',
    '# hadolint ignore=DL3020,DL3001 # why not',
    '# check=skip=StageNameCasing',
    '# check=skip=A,StageNameCasing;error=true',
    '# check=skip=all because',
    '# tally ignore=DL3001',
    '# tally ignore=hadolint/DL3001;reason=needed; really',
    '# TALLY IGNORE=DL3001',
    '# trivy:ignore:DS-0002',
    '#trivy:ignore:AVD-DS-0002 it is fine',
    '# trivy:ignore:DS-0001 #trivy:ignore:DS-0002',
    '# trivy:ignore:ds002:exp:2026-12-01',
  ])('%s', pragma => expect(left(`FROM a\n${pragma}\nRUN b\nRUN c`)).toEqual(OTHERS));
});

describe('without effect', () => {
  it.each([
    ['a rule that nothing here breaks', '# plimsoll ignore=no-copy'],
    ['no rule', '# plimsoll ignore='],
    ['a reason without its dashes', '# plimsoll ignore=no-run it has to be'],
    ['a day that is past', '# plimsoll ignore=no-run until=2026-11-14'],
    ['a day that is none', '# plimsoll ignore=no-run until=2026-02-30'],
    ["a remark in hadolint's list", '# hadolint ignore=DL3001 because'],
    ['an indented check', '  # check=skip=StageNameCasing'],
    ["a day of Trivy's that is past", '# trivy:ignore:DS-0002:exp:2026-01-01'],
    ['prose', '# do not ignore=DL3001 here'],
  ])('%s: %s', (_, pragma) =>
    expect(left(`FROM a\n${pragma}\nRUN b\nRUN c`)).toEqual(['1 no-from', '3 no-run', '4 no-run']),
  );
});

it.each([
  [
    "a blank line below BuildKit's does not matter",
    'FROM a\n# check=skip=StageNameCasing\n\n# why\nRUN b\nRUN c',
    ['1 no-from', '6 no-run'],
  ],
  [
    "an empty comment below BuildKit's ends it",
    'FROM a\n# check=skip=StageNameCasing\n#\nRUN b',
    ['1 no-from', '4 no-run'],
  ],
  [
    'several add up',
    'FROM a\n# plimsoll ignore=no-copy\n# hadolint ignore=DL3001\nRUN COPY\nRUN c',
    ['1 no-from', '5 no-run'],
  ],
  [
    'comments and blank lines may follow',
    'FROM a\n# plimsoll ignore=no-run\n# so it is\n\nRUN b\nRUN c',
    ['1 no-from', '6 no-run'],
  ],
  [
    'inside a continued instruction',
    'FROM a\nRUN b && \\\n  # hadolint ignore=DL3001\n  c\nRUN c',
    ['1 no-from', '5 no-run'],
  ],
  [
    'a whole continued instruction',
    'FROM a\n# plimsoll ignore=no-run\nRUN b \\\n  RUN\nRUN c',
    ['1 no-from', '5 no-run'],
  ],
  [
    'a comment in a heredoc is none',
    'FROM a\nRUN <<E\n# plimsoll ignore=all\nE\nRUN c',
    ['1 no-from', '2 no-run', '5 no-run'],
  ],
  ['the last line', 'FROM a\n# plimsoll ignore=no-run', ['1 no-from']],
])('%s', (_, text, expected) => expect(left(text)).toEqual(expected));

describe('a stage', () => {
  it.each(['# plimsoll ignore-stage=no-run', '# hadolint stage ignore=DL3001'])('%s', pragma => {
    const text = `FROM a\nRUN b\n${pragma}\nFROM a\nRUN c\nRUN d\nFROM a\nRUN e`;
    expect(left(text)).toEqual(['1 no-from', '2 no-run', '4 no-from', '7 no-from', '8 no-run']);
  });
});

describe('the file', () => {
  it.each([
    '# plimsoll ignore-file=no-run',
    '# hadolint global ignore=DL3001',
    '# tally global ignore=DL3001;reason=old',
  ])('%s', pragma => expect(left(`FROM a\nRUN b\n${pragma}\nRUN c`)).toEqual(['1 no-from']));

  it("takes BuildKit's head directive", () => {
    expect(left('# check=skip=StageNameCasing\nFROM a\nRUN b')).toEqual(['2 no-from']);
    expect(left('# check=skip=all\nFROM a\nRUN b')).toEqual([]);
  });

  it("takes Checkov's codes by what they ask", () => {
    expect(left('#checkov:skip=CKV_DOCKER_4:we unpack\nFROM a\nCOPY b c\nCOPY d e')).toEqual(['2 no-from']);
    expect(left('FROM a\nRUN b\n# checkov:skip=CKV_DOCKER_3')).toEqual(['1 no-from']);
  });
});

it('makes what BuildKit warns of an error under its `error=true`', () => {
  const { findings } = lint('# check=error=true\nFROM a\nRUN b', rules, invocationOn('2026-11-15'));
  expect(findings.map(({ rule, severity }) => [rule.id, severity])).toEqual([
    ['no-from', 'warning'],
    ['no-run', 'error'],
  ]);
});

it('reports what each pragma silenced', () => {
  const text = 'FROM a\n# plimsoll ignore=no-run,no-cpoy,no-copy,DL4006 -- why\nRUN b RUN';
  const { pragmas, silenced } = lint(text, rules, invocationOn('2026-11-15'));
  expect(silenced).toHaveLength(2);
  expect(pragmas).toMatchObject([
    {
      pragma: { dialect: 'plimsoll', reason: 'why' },
      expired: false,
      names: [
        { text: 'no-run', silenced: 2, known: true, ran: true },
        { text: 'no-cpoy', silenced: 0, known: false, suggestion: 'no-copy' },
        { text: 'no-copy', silenced: 0, known: true, ran: true },
        { text: 'DL4006', silenced: 0, known: true, ran: false },
      ],
    },
  ]);
  for (const { span, text: name } of pragmas[0]?.names ?? []) expect(text.slice(...span)).toBe(name);
});

it('leaves all findings where pragmas are not honoured, and still knows of them', () => {
  const result = lint('# plimsoll ignore=all\nFROM a', rules, invocationOn('2026-11-15'), { honourPragmas: false });
  expect(result.findings).toHaveLength(1);
  expect(result.pragmas).toHaveLength(1);
});

it("runs BuildKit's experimental checks where the file asks for them", () => {
  const catalogue = [
    textRule('description', 'RUN', { aliases: ['InvalidDefinitionDescription'] }),
    textRule('other', 'RUN'),
  ];
  const ids = (head: string) =>
    lint(`${head}\nFROM a\nRUN b`, [], invocationOn('2026-11-15'), { catalogue }).findings.map(({ rule }) => rule.id);
  expect(ids('# check=experimental=all')).toEqual(['description']);
  expect(ids('# check=skip=A;experimental=InvalidDefinitionDescription')).toEqual(['description']);
  expect(ids('# check=skip=A')).toEqual([]);
});
