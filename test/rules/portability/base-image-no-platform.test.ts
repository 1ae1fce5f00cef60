import rule from '../../../src/rules/portability/base-image-no-platform.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM --platform=linux/arm64 debian:13',
    'FROM --platform=linux/arm/v7 debian:13',
    'FROM --platform=linux/amd64 alpine:3.22',
    'FROM --platform=windows/amd64 golang:1.25',
    'FROM --platform=$BUILDPLATFORM golang:1.25',
    'FROM --platform=$TARGETPLATFORM debian:13',
    'FROM --platform=linux/s390x registry.example.org/app:1',
    'FROM --platform=linux/s390x debian:no-such-tag',
    'FROM --platform=linux/s390x node:24@sha256:2222222222222222222222222222222222222222222222222222222222222222',
    'FROM --platform=plan9/amd64 debian:13',
    'FROM debian:13 AS base\nFROM --platform=linux/s390x base',
    'FROM scratch',
  ],
  invalid: [
    {
      code: 'FROM --platform=linux/riscv64 node:24-slim',
      finds: [['notPublished', 'linux/riscv64']],
      says: ['`node:24-slim` is not published for linux/riscv64, so that the build has nothing to start from.'],
    },
    { code: 'FROM --platform=windows/amd64 debian:13', finds: [['notPublished', 'windows/amd64']] },
    { code: 'FROM --platform="linux/s390x" mongo:8.0', finds: [['notPublished', '"linux/s390x"']] },
  ],
});
