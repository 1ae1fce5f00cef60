import { countCalls } from './support/count-calls.ts';
import { expect, it } from 'vitest';
import { lint } from '../src/engine/lint.ts';
import { preset } from '../src/engine/presets.ts';
import { invocationOn } from '../src/engine/rule.ts';
import { rules } from '../src/rules/index.ts';

/** What is repeated, `#` being the number of the repetition; what comes first and last stands once. */
interface Shape {
  readonly first?: string;
  readonly repeated: string;
  readonly last?: string;
}

const FROM = 'FROM node:22.11.0-slim AS build';

const SHAPES: Readonly<Record<string, Shape>> = {
  installs: { repeated: 'RUN apt-get update && apt-get install -y lib#-dev && npm ci && pip install p#' },
  'cache mounts': {
    repeated: 'RUN --mount=type=cache,target=/root/.npm#,id=i# --mount=type=secret,id=s# npm ci && go build ./m#',
  },
  'mounts of one instruction': {
    first: `${FROM}\nRUN \\`,
    repeated: '  --mount=type=cache,target=/c# \\',
    last: '  npm ci',
  },
  stages: { first: 'FROM alpine:3.22 AS s', repeated: 'FROM alpine:3.22 AS s#\nRUN make a#\nCOPY --from=s /a# /b#' },
  'stages on one stage': {
    first: 'FROM node:22.11.0-slim AS s',
    repeated: 'FROM s AS s#\nARG A#\nENV B#=$A#\nRUN apk add c# && echo $B#',
  },
  arguments: {
    first: `ARG G=1\n${FROM}`,
    repeated: 'ARG A#=1\nENV E#=$A# F=$UNKNOWN\nRUN echo $A# $E# ${G#}\nWORKDIR /w#',
  },
  'pairs of one instruction': { first: `${FROM}\nENV \\`, repeated: '  K#=v# \\', last: '  Z=1' },
  'copies and installs': {
    repeated:
      'COPY src# /app/src#\nRUN npm install p# && rm -rf /app/src#/x\nCOPY package.json f# ./\nADD https://example.org/a#.tgz /t#/',
  },
  downloads: {
    repeated:
      'RUN curl -fsSL https://example.org/t#.tar.gz -o /tmp/t#.tgz && tar xf /tmp/t#.tgz && rm /tmp/t#.tgz; wget http://x.org/a#.sh | sh',
  },
  'commands of one RUN': {
    first: `${FROM}\nRUN set -e \\`,
    repeated: '  && mkdir /d# && cd /d# && apt-get install -y p# && chown u# /d# && export V#=x && rm -rf /d#/y$V# \\',
    last: '  && true',
  },
  'lines of a heredoc': {
    first: `${FROM}\nRUN <<EOF`,
    repeated: 'A#=x; echo "$A#" > /f# && git clone https://h/r# && ( cd /q# && make )',
    last: 'EOF',
  },
  'words of one RUN': {
    first: `${FROM}\nRUN apt-get install -y \\`,
    repeated: '  package-# token#=abc \\',
    last: '  end',
  },
  'accounts, modes, labels': {
    repeated:
      'RUN useradd u# && chown -R u#:u# /a# && chmod 777 /a#\nUSER u#\nLABEL l#=v#\nEXPOSE #\nVOLUME /v#\nSTOPSIGNAL 9',
  },
  'commands to start': {
    repeated: 'CMD npm start #\nENTRYPOINT ["a", "#"]\nHEALTHCHECK CMD curl localhost:#\nSHELL ["/bin/sh", "-c"]',
  },
  'comments and pragmas': {
    repeated:
      '# plimsoll ignore=latest-tag -- reason #\nRUN apt-get install a#\n\n# hadolint ignore=DL3008\nRUN yum install b#',
  },
  errors: { repeated: 'RUN\nFOO a#\nCOPY a#\nENV\nCMD ["a", #' },
};

const SMALL = 40;
/** A function whose work grows with the square runs four times as often on twice as much. */
const ALLOWED = 2.5;
const NEGLIGIBLE = 500;

const configured = preset('strict', rules);
const invocation = invocationOn('2026-11-01');

it.each(Object.entries(SHAPES))('takes twice as many steps for twice as many %s', (_, shape) => {
  lintRepeated(shape, SMALL, 100);
  const small = countCalls(() => lintRepeated(shape, SMALL, 200));
  const large = countCalls(() => lintRepeated(shape, 2 * SMALL, 300));
  // V8 leaves out the count of a block that is that of the function around it.
  const steep = Array.from(large, ([step, count]) => ({ step, count, before: small.get(step) ?? count }))
    .filter(({ count, before }) => count > NEGLIGIBLE && count > ALLOWED * before)
    .map(({ step, count, before }) => `${step}: ${before}, then ${count} times`);
  expect(steep).toEqual([]);
});

/** Numbers from `start` on, so that nothing is known from the time before. */
function lintRepeated({ first = FROM, repeated, last = '' }: Shape, times: number, start: number): void {
  const lines = Array.from({ length: times }, (_, index) => repeated.replaceAll('#', String(index + start)));
  lint([first, ...lines, last, ''].join('\n'), configured, invocation);
}
