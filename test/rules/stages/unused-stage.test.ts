import rule from '../../../src/rules/stages/unused-stage.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM alpine AS build\nFROM alpine\nCOPY --from=build /x /y',
    'FROM alpine AS build\nFROM build',
    'FROM alpine\nFROM alpine\nCOPY --from=0 /x /y',
    'FROM alpine AS build\nFROM alpine\nRUN --mount=from=build,target=/b ls',
    'FROM alpine AS build\nFROM alpine\nONBUILD COPY --from=build /x /y',
    // What somebody may build with `--target`.
    'FROM alpine AS test\nRUN make test\nFROM alpine',
    'FROM alpine AS dev-envs\nCMD ["sh"]\nFROM alpine',
    'FROM alpine AS builder\nRUN make\nCMD ["make"]\nFROM alpine',
    'FROM scratch AS build-output\nCOPY x /\nFROM alpine',
    'FROM alpine AS vendored\nFROM vendored AS vendor-validate\nRUN git diff --exit-code\nFROM alpine\nCOPY --from=vendored /a /a',
    { code: 'FROM alpine AS build\nFROM alpine', targets: ['build'] },
    // A build argument names the stage.
    'ARG BASE=base\nFROM alpine AS base\nFROM debian:trixie AS base-full\nFROM $BASE',
    'FROM alpine AS build-amd64\nFROM alpine AS build-arm64\nFROM build-${TARGETARCH}',
    'FROM alpine',
  ],
  invalid: [
    {
      code: '# first\nFROM alpine AS builder\nRUN make\n\n# second\nFROM alpine\nRUN ls',
      finds: [['unused', 'builder']],
      says: ['Nothing copies from `builder` or is built on it, so that no image has anything of it.'],
      fixed: null,
      fixedUnsafely: '# first\n# second\nFROM alpine\nRUN ls',
    },
    {
      code: 'FROM alpine AS a\n# base\nFROM debian:trixie AS base\nRUN <<EOF\nls\nEOF\n# tail\n\nFROM alpine\nCOPY --from=a /x /y\n',
      finds: [['unused', 'base']],
      fixed: null,
      fixedUnsafely: 'FROM alpine AS a\n# tail\n\nFROM alpine\nCOPY --from=a /x /y\n',
    },
    // Nothing may become a directive that was none.
    {
      code: 'FROM alpine AS builder\n# escape=`\nFROM alpine\nRUN ls',
      finds: [['unused', 'builder']],
      fixed: null,
    },
    // Each that is taken out may leave another unused.
    {
      code: '\uFEFFFROM alpine AS base\r\nRUN a\r\nFROM base AS build\r\n  RUN b\r\nFROM busybox:$TAG\r\nRUN c',
      finds: [['unused', 'build']],
      fixed: null,
      fixedUnsafely: '\uFEFFFROM busybox:$TAG\r\nRUN c',
    },
    {
      code: 'FROM golang:1.26\nRUN go build\nFROM alpine AS x\nCMD ["x"]\nFROM alpine\nCOPY --from=1 /x /y',
      finds: [['unused', 'golang:1.26']],
      says: ['Nothing copies from this stage or is built on it, so that no image has anything of it.'],
      fixed: null,
    },
  ],
});
