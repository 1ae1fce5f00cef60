import type { MeaningCase } from './case.ts';

export const style: readonly MeaningCase[] = [
  {
    rule: 'instruction-casing',
    before: 'FROM alpine:3.22\nrun apk add --no-cache curl\n',
    differs: [],
  },
  {
    rule: 'instruction-casing',
    before: 'from debian:13\nEnv A=1\nrun make $A\nonbuild run make\ncmd ["x"]\n',
    differs: [],
  },
  {
    rule: 'from-as-casing',
    before: 'FROM node:22 as build\n',
    differs: [],
  },
  {
    rule: 'stage-name-casing',
    before: 'FROM golang:1.26 AS Builder\n',
    differs: [],
  },
  {
    rule: 'stage-name-casing',
    before:
      'FROM debian:13 AS Build\nRUN make\nFROM build AS Next\nCOPY --from=BUILD /a /b\nRUN --mount=from=Build,target=/x make\n',
    differs: [],
  },
  {
    rule: 'sort-packages',
    before:
      'FROM debian:trixie-slim\nRUN apt-get update && apt-get install -y --no-install-recommends \\\n    git \\\n    curl \\\n    ca-certificates \\\n && rm -rf /var/lib/apt/lists/*\n',
    differs: [
      '-   root / $ apt-get install -y --no-install-recommends git curl ca-certificates',
      '+   root / $ apt-get install -y --no-install-recommends ca-certificates curl git',
    ],
  },
  {
    rule: 'deprecated-syntax-line',
    before: '# syntax=docker/dockerfile:experimental\nFROM alpine:3.22\nRUN --mount=type=cache,target=/cache make\n',
    differs: ['- # syntax=docker/dockerfile:experimental', '+ # syntax=docker/dockerfile:1'],
  },
  {
    rule: 'tab-in-heredoc',
    before: 'FROM alpine:3.22\nRUN <<EOF\n\tapk add --no-cache git\n\tgit --version\nEOF\n',
    differs: [],
  },
  {
    rule: 'tab-in-heredoc',
    before: "FROM debian:13\nRUN <<EOF\n\tprintf 'a\n\tb'\n\tmake 'x\n\ty'\nEOF\n",
    differs: ['-   root / $ make "x\\n\\ty"', '+   root / $ make "x\\ny"'],
  },
  {
    rule: 'tab-in-heredoc',
    before: 'FROM debian:13\nRUN <<EOF\n\tcat <<-X\n\t\ta\n\tX\n\tmake\nEOF\n',
    differs: [],
  },
];
