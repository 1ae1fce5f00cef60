import rule from '../../../src/rules/reproducibility/base-image-untagged.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM debian:12',
    'FROM localhost:5000/base:1',
    `FROM debian@sha256:${'a'.repeat(64)}`,
    'FROM scratch',
    'FROM golang:1.26 AS build\nFROM build\nFROM BUILD AS other',
    'FROM golang:1.26 AS Build\nFROM build',
    `ARG BASE=debian:12@sha256:${'a'.repeat(64)}\nFROM $BASE`,
    'ARG BASE\nFROM $BASE',
    'ARG REGISTRY=quay.io\nARG OWNER=acme\nARG BASE=$REGISTRY/$OWNER/base\nFROM $BASE',
    'ARG BASE\nFROM ${BASE:-debian:12}',
    'ARG TAG\nFROM debian:${TAG}',
    { code: 'FROM base', namedContexts: ['base'] },
    { code: 'ARG BASE=debian\nFROM $BASE', buildArgs: { BASE: 'debian:12' } },
    { code: 'ARG BASE=debian\nFROM $BASE', options: { argDefaults: false } },
    'FROM debian:12\nCOPY --from=ghcr.io/astral-sh/uv:0.9 /uv /bin/',
    'FROM debian:12 AS a\nFROM debian:12\nCOPY --from=a /x /\nCOPY --from=0 /x /',
    { code: 'FROM debian:12\nCOPY --from=assets /x /', namedContexts: ['assets'] },
    'FROM debian:12\nCOPY --from=assets /x /',
    'FROM gcr.io/distroless/base-debian13',
    'FROM redhat/ubi10-minimal\nFROM registry.access.redhat.com/ubi9/ubi-minimal',
    'FROM debian:12\nCOPY --from=gcr.io/distroless/java21-debian13 /x /',
  ],
  invalid: [
    {
      code: 'FROM debian',
      finds: [['untagged', 'debian']],
      says: ['`debian` has no tag, so each build takes whatever `latest` is on its day.'],
    },
    {
      code: 'FROM --platform=$BUILDPLATFORM localhost:5000/team/base AS x',
      finds: [['untagged', 'localhost:5000/team/base']],
    },
    { code: 'FROM gcr.io/distroless/python3', finds: [['untagged', 'gcr.io/distroless/python3']] },
    {
      code: 'FROM gcr.io/distroless/base-debian13',
      options: { versionInName: [] },
      finds: [['untagged', 'gcr.io/distroless/base-debian13']],
    },
    { code: 'ARG BASE=debian\nFROM $BASE', finds: [['untagged', '$BASE']] },
    {
      code: 'FROM debian:12\nCOPY --from=ghcr.io/astral-sh/uv /uv /bin/\nRUN --mount=from=busybox,target=/b true',
      finds: [
        ['untaggedSource', 'ghcr.io/astral-sh/uv'],
        ['untaggedSource', 'busybox'],
      ],
    },
  ],
});
