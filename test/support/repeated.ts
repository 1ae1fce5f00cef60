/** What is repeated, `#` being the number of the repetition; what comes first and last stands once. */
export interface Shape {
  readonly first?: string;
  readonly repeated: string;
  readonly last?: string;
}

const FROM = 'FROM node:22.11.0-slim AS build';

/** By what is repeated. */
export const SHAPES: Readonly<Record<string, Shape>> = {
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

/** A Dockerfile with so many repetitions, numbered from `start` on. */
export function repeated({ first = FROM, repeated: line, last = '' }: Shape, times: number, start = 1): string {
  const lines = Array.from({ length: times }, (_, index) => line.replaceAll('#', String(index + start)));
  return [first, ...lines, last, ''].join('\n');
}
