import rule from '../../../src/rules/correctness/platform-constant.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM alpine',
    'FROM --platform=$BUILDPLATFORM golang:1.25 AS build',
    'FROM --platform=linux/$TARGETARCH alpine',
    'FROM --platform=linux/amd64 alpine AS build-amd64',
    'FROM --platform=linux/x86_64 alpine AS amd64',
    'ARG P=linux/amd64\nFROM --platform=$P alpine',
    'FROM --platform=linux/amd64 archlinux:base',
    'FROM alpine\nRUN docker build --platform=linux/amd64 .',
  ],
  invalid: [
    { code: 'FROM --platform=linux/amd64 alpine', finds: [['constant', 'linux/amd64']] },
    { code: 'FROM --platform=linux/arm/v7 alpine AS build', finds: [['constant', 'linux/arm/v7']] },
    {
      code: 'FROM --platform=linux/amd64 alpine AS amd64',
      options: { namedStages: false },
      finds: [['constant', 'linux/amd64']],
    },
    {
      code: 'ARG P=linux/amd64\nFROM --platform=$P alpine\nFROM --platform=linux/${TARGETARCH} alpine\nFROM --platform=$BUILDPLATFORM alpine',
      options: { otherVariables: true },
      finds: [
        ['other', '$P'],
        ['other', 'linux/${TARGETARCH}'],
      ],
    },
  ],
});
