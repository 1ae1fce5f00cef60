import rule from '../../../src/rules/reproducibility/base-image-digest.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    `FROM node:24@sha256:${'a'.repeat(64)}`,
    'FROM node',
    'FROM scratch',
    'ARG VERSION=24\nFROM node:$VERSION',
    `FROM node:24@sha256:${'a'.repeat(64)} AS build\nFROM build`,
  ],
  invalid: [
    { code: 'FROM node:24 AS build\nFROM build', finds: [['unpinned', 'node:24']] },
    { code: 'FROM ghcr.io/acme/app:1', finds: [['unpinned', 'ghcr.io/acme/app:1']] },
  ],
});
