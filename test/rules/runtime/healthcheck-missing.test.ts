import rule from '../../../src/rules/runtime/healthcheck-missing.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM alpine\nHEALTHCHECK CMD true',
    'FROM alpine\nHEALTHCHECK NONE',
    'FROM alpine AS base\nHEALTHCHECK CMD true\n\nFROM base',
    'FROM alpine AS build\n\nFROM alpine\nCOPY --from=build /a /a\nHEALTHCHECK CMD true',
    '',
  ],
  invalid: [
    {
      code: 'FROM alpine:3.22\nCMD ["a"]',
      finds: [['missing', 'alpine:3.22']],
      says: ['No HEALTHCHECK, so that Docker takes a program that hangs for one that works.'],
    },
    { code: 'FROM a AS build\nHEALTHCHECK CMD true\n\nFROM b\nCOPY --from=build /a /a', finds: [['missing', 'b']] },
  ],
});
