import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lint, type LintOptions } from '../src/engine/lint.ts';
import { familyOf, nameIndex } from '../src/engine/names.ts';
import { preset } from '../src/engine/presets.ts';
import { invocationOn, type Invocation } from '../src/engine/rule.ts';
import { hadolintReport } from '../src/reporters/hadolint.ts';
import { rules } from '../src/rules/index.ts';

/** What hadolint 2.15 says of each, as `code:line` of the instruction; codes that it has off by default are switched on. */
const CASES: readonly (readonly [code: string, dockerfile: string, lines: readonly number[]])[] = [
  ['DL1001', '# hadolint ignore=DL3006\nFROM debian', [1]],
  ['DL3000', 'FROM a:1\nWORKDIR x\nWORKDIR /y\nWORKDIR $Z', [2]],
  ['DL3001', 'FROM a:1\nRUN x && \\\n  top\nRUN service y start', [2, 4]],
  ['DL3002', 'FROM a:1 AS b\nUSER root\nFROM b\nUSER x\nUSER 0:0\n', [2, 5]],
  ['DL3003', 'FROM a:1\nRUN cd /x && make', [2]],
  ['DL3004', 'FROM a:1\nRUN sudo make', [2]],
  ['DL3006', 'FROM a\nFROM a:1 AS b\nFROM b\nFROM scratch\nFROM $X', [1]],
  [
    'DL3007',
    'FROM a:latest\nFROM a:latest@sha256:0000000000000000000000000000000000000000000000000000000000000000',
    [1],
  ],
  ['DL3008', 'FROM a:1\nRUN apt-get install -y b=1 c\nRUN apt-get install -y b=1\nRUN apt-get install -y $X', [2, 4]],
  [
    'DL3009',
    'FROM a:1 AS b\nRUN apt-get update\nFROM b AS c\nFROM a:1 AS d\nRUN apt-get update\nFROM a:1\nCOPY --from=c /x /x\nRUN apt-get update && apt-get install -y b\nRUN apt-get update && rm -rf /var/lib/apt/lists/*',
    [2, 8],
  ],
  ['DL3010', 'FROM a:1\nCOPY x.tar.gz /x/\nRUN tar xf /x/x.tar.gz', [2]],
  ['DL3011', 'FROM a:1\nEXPOSE 80 80000', [2]],
  ['DL3012', 'FROM a:1\nHEALTHCHECK CMD ["a"]\nHEALTHCHECK CMD ["b"]', [3]],
  [
    'DL3013',
    'FROM a:1\nRUN pip install x\nRUN pip install x==1 -r y.txt ./z\nRUN pip install git+https://x.org/y.git',
    [2, 4],
  ],
  ['DL3014', 'FROM a:1\nRUN apt-get install x\nRUN apt-get install -qq x', [2]],
  ['DL3015', 'FROM a:1\nRUN apt-get install -y x\nRUN apt-get install -y --no-install-recommends x', [2]],
  [
    'DL3016',
    'FROM a:1\nRUN npm install -g x && npm i y\nRUN npm install x@1\nRUN npm install\nRUN npm install x/y.git',
    [2, 5],
  ],
  ['DL3018', 'FROM a:1\nRUN apk add --no-cache x\nRUN apk add --no-cache x=1 "y~2" -t z', [2]],
  ['DL3019', 'FROM a:1\nRUN apk add x=1\nRUN apk add --no-cache x=1', [2]],
  ['DL3020', 'FROM a:1\nADD x /y\nADD x.tar.gz /y\nADD https://x.org/y /y', [2]],
  ['DL3021', 'FROM a:1\nCOPY x y /z\nCOPY x y /z/\nWORKDIR /z\nCOPY x y .', [2, 5]],
  ['DL3022', 'FROM a:1 AS b\nCOPY --from=x /y /z\nFROM c:1\nCOPY --from=b /y /z\nCOPY --from=d:1 /y /z', [2]],
  ['DL3023', 'FROM a:1 AS b\nCOPY --from=b /y /z', [2]],
  ['DL3024', 'FROM a:1 AS b\nFROM a:1 AS b', [2]],
  ['DL3025', 'FROM a:1\nCMD x\nENTRYPOINT y\nHEALTHCHECK CMD z\nCMD ["x"]', [2, 3, 4]],
  ['DL3026', 'FROM a:1\nFROM ghcr.io/b/c:1\nFROM quay.io/d/e:1', [3]],
  ['DL3027', 'FROM a:1\nRUN apt install -y x', [2]],
  ['DL3028', 'FROM a:1\nRUN gem install x\nRUN gem install x:1 && gem install x -v 1', [2]],
  [
    'DL3029',
    'FROM --platform=linux/amd64 a:1\nFROM --platform=$BUILDPLATFORM a:1\nFROM --platform=linux/$TARGETARCH a:1',
    [1, 3],
  ],
  ['DL3030', 'FROM a:1\nRUN yum install x\nRUN yum -y install x', [2]],
  ['DL3032', 'FROM a:1\nRUN yum install -y x\nRUN yum install -y x && yum clean all\nRUN yum update -y', [2]],
  ['DL3033', 'FROM a:1\nRUN yum install -y x\nRUN yum install -y x-1.2', [2]],
  ['DL3034', 'FROM a:1\nRUN zypper install x\nRUN zypper -n install x', [2]],
  ['DL3035', 'FROM a:1\nRUN zypper -n dist-upgrade', [2]],
  ['DL3036', 'FROM a:1\nRUN zypper -n install x=1\nRUN zypper -n install x=1 && zypper clean', [2]],
  ['DL3037', 'FROM a:1\nRUN zypper -n install x\nRUN zypper -n install x=1', [2]],
  ['DL3038', 'FROM a:1\nRUN dnf install x\nRUN dnf install -y x\nRUN microdnf install x', [2, 4]],
  ['DL3040', 'FROM a:1\nRUN dnf install -y x\nRUN dnf install -y x && dnf clean all', [2]],
  ['DL3041', 'FROM a:1\nRUN dnf install -y x\nRUN dnf install -y x-1.2', [2]],
  ['DL3042', 'FROM a:1\nRUN pip install x==1\nRUN pip install --no-cache-dir x==1', [2]],
  ['DL3043', 'FROM a:1\nONBUILD MAINTAINER x', [2]],
  ['DL3044', 'FROM a:1\nENV A=1 B=$A\nENV C=$A', [2]],
  ['DL3045', 'FROM a:1\nCOPY x y\nWORKDIR /z\nCOPY x y', [2]],
  ['DL3046', 'FROM a:1\nRUN useradd -u 123456 x\nRUN useradd -l -u 123456 x', [2]],
  ['DL3047', 'FROM a:1\nRUN wget https://x.org/y\nRUN wget -q https://x.org/y', [2]],
  ['DL3048', 'FROM a:1\nLABEL A=1\nLABEL b.c=1', [2]],
  ['DL3049', 'FROM a:1\nLABEL x=1', [1]],
  ['DL3050', 'FROM a:1\nLABEL x=1', [2]],
  ['DL3051', 'FROM a:1\nLABEL text=""', [2]],
  ['DL3052', 'FROM a:1\nLABEL url=x', [2]],
  ['DL3053', 'FROM a:1\nLABEL date=x', [2]],
  ['DL3054', 'FROM a:1\nLABEL licence=x', [2]],
  ['DL3055', 'FROM a:1\nLABEL hash=x', [2]],
  ['DL3056', 'FROM a:1\nLABEL version=x', [2]],
  ['DL3057', 'FROM a:1', [1]],
  ['DL3058', 'FROM a:1\nLABEL mail=x', [2]],
  ['DL3059', 'FROM a:1\nRUN x\nRUN y', [3]],
  ['DL3060', 'FROM a:1\nRUN yarn install\nRUN yarn install && yarn cache clean', [2]],
  ['DL3061', 'ENV A=1\nFROM a:1', [1]],
  ['DL3062', 'FROM a:1\nRUN go install x.org/y\nRUN go install x.org/y@v1', [2]],
  ['DL3063', 'FROM a:1 AS scratch', [1]],
  ['DL3064', 'FROM a:1\nARG API_TOKEN', [2]],
  ['DL3065', 'FROM --platform=$TARGETPLATFORM a:1', [1]],
  ['DL3066', 'FROM a:1\nUSER x\nUSER 1000', [2]],
  ['DL3067', 'FROM a:1 AS b\nFROM c:1\nCOPY --from=b / /', [3]],
  ['DL4000', 'FROM a:1\nMAINTAINER x', [2]],
  ['DL4001', 'FROM a:1\nRUN curl https://x.org/y\nRUN wget https://x.org/y\nRUN curl https://x.org/y', [3, 4]],
  ['DL4003', 'FROM a:1\nCMD ["x"]\nCMD ["y"]', [3]],
  ['DL4004', 'FROM a:1\nENTRYPOINT ["x"]\nENTRYPOINT ["y"]', [3]],
  ['DL4005', 'FROM a:1\nRUN ln -sf /bin/bash /bin/sh', [2]],
  ['DL4006', 'FROM a:1\nRUN x | y\nSHELL ["/bin/bash", "-o", "pipefail", "-c"]\nRUN x | y', [2]],
];

const labelSchema = {
  text: 'text',
  url: 'url',
  date: 'rfc3339',
  licence: 'spdx',
  hash: 'hash',
  version: 'semver',
  mail: 'email',
};
const invocation = invocationOn('2026-11-15', {
  labelSchema,
  strictLabels: true,
  trustedRegistries: ['docker.io', 'ghcr.io'],
});
const chosen = preset('hadolint', rules);
const running = new Set(chosen.map(({ rule }) => rule.id));
const off = rules.filter(({ id, hadolint }) => hadolint !== undefined && !running.has(id));
const configured = [
  ...chosen,
  ...off.map(rule => ({
    rule,
    severity: rule.severity,
    options: rule.presetOptions?.hadolint ?? {},
    everywhere: true,
  })),
];

const index = nameIndex(rules);
const isAnswered = ([code]: (typeof CASES)[number]): boolean => index.find(code).length > 0;

describe('the preset hadolint finds what hadolint finds', () => {
  it.each(CASES.filter(isAnswered))('%s', (code, dockerfile, lines) => {
    expect(linesOf(dockerfile, code)).toEqual(lines);
  });

  it.skip.each(CASES.filter(one => !isAnswered(one)))('%s, which no rule answers', () => {});

  it('has a case for every code that a rule answers', () => {
    const codes = new Set(rules.flatMap(({ aliases = [] }) => aliases.filter(alias => familyOf(alias) === 'hadolint')));
    const cases = new Set(CASES.map(([code]) => code));
    expect([...codes].filter(code => !cases.has(code) && code !== 'DL1000')).toEqual([]);
  });
});

/**
 * Small files about the edges of every code, and what hadolint 2.15.1 says of each with its defaults, as `code:line:level`;
 * where it is wrong or of another mind stands in docs/compatibility.md.
 */
const SMALL = JSON.parse(readFileSync('test/fixtures/hadolint-lint.json', 'utf8')) as readonly {
  readonly code: string;
  readonly lint: readonly string[];
}[];

it('agrees with hadolint on small files', () => {
  const found = SMALL.map(({ code }) => ({ code, lint: said(code) }));
  const differing = SMALL.flatMap((known, place) =>
    known.lint.join() === found[place]?.lint.join() ? [] : [{ known, found: found[place]?.lint }],
  );
  expect(differing).toEqual([]);
});

function said(text: string): readonly string[] {
  const entries = entriesOf(text, chosen, invocationOn('2026-11-15'), {});
  const known = entries.filter(({ code }) => familyOf(code) === 'hadolint');
  return known.map(({ code, line, level }) => `${code}:${line}:${level}`).toSorted();
}

interface Entry {
  readonly code: string;
  readonly line: number;
  readonly level: string;
}

/** The lines that the reporter for hadolint's users names for a code. */
function linesOf(text: string, code: string): readonly number[] {
  const entries = entriesOf(text, configured, invocation, { honourPragmas: false });
  return entries.filter(entry => entry.code === code).map(({ line }) => line);
}

function entriesOf(text: string, ran: typeof chosen, how: Invocation, options: LintOptions): readonly Entry[] {
  const { dockerfile, findings } = lint(text, ran, how, { catalogue: rules, ...options });
  const file = {
    path: 'Dockerfile',
    text,
    lines: dockerfile.lines,
    instructions: dockerfile.instructions.map(({ span }) => span),
    findings: findings.map(finding => ({ ...finding, fingerprint: '' })),
  };
  return JSON.parse(hadolintReport({ files: [file], failures: [], version: '' })) as Entry[];
}
