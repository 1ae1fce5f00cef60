import rule from '../../../src/rules/security/forbidden-base-image.ts';
import { testRule } from '../../support/rule-tester.ts';

const options = { allow: ['python:3.*-slim', 'node', 'ghcr.io/acme/**'] };

testRule(rule, {
  valid: [
    'FROM anything',
    { code: 'FROM python:3.13-slim', options },
    { code: 'FROM docker.io/library/python:3.13-slim', options },
    { code: 'FROM node:24 AS build\nFROM build', options },
    {
      code: 'FROM ghcr.io/acme/team/base@sha256:0123456789012345678901234567890123456789012345678901234567890123',
      options,
    },
    { code: 'FROM scratch', options },
    { code: 'ARG BASE\nFROM $BASE', options },
  ],

  invalid: [
    { code: 'FROM python:3.13', options, finds: [['notAllowed', 'python:3.13']] },
    { code: 'FROM evil.example/node:24', options, finds: [['notAllowed', 'evil.example/node:24']] },
    { code: 'ARG BASE=alpine\nFROM ${BASE}', options, finds: [['notAllowed', '${BASE}']] },
    {
      code: 'FROM acme/node AS build\nFROM node',
      options,
      finds: [['notAllowed', 'acme/node']],
      says: ['The image `acme/node` is none of those that the policy of this project allows.'],
    },
  ],
});
