import rule from '../../../src/rules/correctness/multiple-healthcheck.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM alpine\nHEALTHCHECK NONE',
    'FROM alpine\nHEALTHCHECK CMD ["a"]\nCMD ["b"]',
    'FROM alpine AS a\nHEALTHCHECK CMD a\nFROM a\nHEALTHCHECK NONE',
    'FROM alpine\nONBUILD HEALTHCHECK CMD a\nHEALTHCHECK NONE',
    'FROM alpine',
  ],
  invalid: [
    {
      code: 'FROM alpine\nHEALTHCHECK --interval=5s \\\n  CMD a\nHEALTHCHECK NONE\n',
      finds: [['overridden', 'HEALTHCHECK']],
      fixed: 'FROM alpine\nHEALTHCHECK NONE\n',
    },
  ],
});
