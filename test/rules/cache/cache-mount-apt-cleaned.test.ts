import rule from '../../../src/rules/cache/cache-mount-apt-cleaned.ts';
import { testRule } from '../../support/rule-tester.ts';

const MOUNT = 'RUN --mount=type=cache,target=/var/cache/apt';
const APT = 'apt-get update && apt-get install -y curl';

testRule(rule, {
  valid: [
    `FROM debian:13\nRUN ${APT}`,
    `FROM debian:13\n${MOUNT},sharing=locked rm -f /etc/apt/apt.conf.d/docker-clean && ${APT}`,
    `FROM debian:13\nRUN rm /etc/apt/apt.conf.d/docker-clean\n${MOUNT},sharing=locked ${APT}`,
    `FROM debian:13 AS base\nRUN echo 'Binary::apt::APT::Keep-Downloaded-Packages "true";' > /etc/apt/apt.conf.d/keep-cache\nFROM base\n${MOUNT},sharing=private ${APT}`,
    `FROM debian:13\nCOPY apt.conf /etc/apt/\n${MOUNT},sharing=locked ${APT}`,
    `FROM example.org/base\n${MOUNT},sharing=locked ${APT}`,
    'FROM debian:13\nRUN --mount=type=cache,target=/root/.cache/pip apt-get update && apt-get install -y curl',
    `FROM debian:13\nRUN --mount=type=tmpfs,target=/var/cache/apt ${APT}`,
    'FROM alpine:3.22\nRUN --mount=type=cache,target=/var/cache/apk apk add curl',
  ],
  invalid: [
    {
      code: `FROM debian:13\n${MOUNT},sharing=locked ${APT}`,
      finds: [['cleaned', 'type=cache,target=/var/cache/apt,sharing=locked']],
      says: [
        'The mount on `/var/cache/apt` stays empty: `docker-clean` of the base image deletes each package when it is installed.',
      ],
      fixed: null,
      fixedUnsafely: `FROM debian:13\n${MOUNT},sharing=locked rm -f /etc/apt/apt.conf.d/docker-clean && ${APT}`,
    },
    {
      code: `FROM example.org/base\r\n${MOUNT} \\\r\n  ${APT}`,
      finds: [['shared', 'type=cache,target=/var/cache/apt']],
      fixed: null,
      fixedUnsafely: `FROM example.org/base\r\n${MOUNT},sharing=locked \\\r\n  ${APT}`,
    },
    {
      code: `FROM example.org/base\n${MOUNT},sharing=shared ${APT}`,
      finds: [['shared', 'type=cache,target=/var/cache/apt,sharing=shared']],
      fixed: null,
      fixedUnsafely: `FROM example.org/base\n${MOUNT},sharing=locked ${APT}`,
    },
    {
      code: `FROM debian:13\n${MOUNT},sharing=locked rm -f /etc/apt/apt.conf.d/docker-clean && ${APT} && apt-get clean`,
      finds: [['emptied', 'apt-get clean']],
      fixed: null,
      fixedUnsafely: `FROM debian:13\n${MOUNT},sharing=locked rm -f /etc/apt/apt.conf.d/docker-clean && ${APT}`,
    },
    {
      code: `FROM debian:13\nRUN --mount=type=cache,target=/var/lib/apt,sharing=locked ${APT} && rm -rf /var/lib/apt/lists/*`,
      finds: [['emptied', 'rm -rf /var/lib/apt/lists/*']],
      fixed: null,
      fixedUnsafely: `FROM debian:13\nRUN --mount=type=cache,target=/var/lib/apt,sharing=locked ${APT}`,
    },
  ],
});
