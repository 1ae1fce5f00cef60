import rule from '../../../src/rules/correctness/multiple-entrypoint.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM alpine\nENTRYPOINT ["a"]',
    'FROM alpine AS a\nENTRYPOINT ["a"]\nFROM a\nENTRYPOINT ["b"]',
    'FROM alpine\nENTRYPOINT ["a"]\nCMD ["b"]\nCMD ["c"]',
    'FROM alpine\nONBUILD ENTRYPOINT ["a"]\nENTRYPOINT ["b"]',
    'FROM alpine\n# ENTRYPOINT ["a"]\nENTRYPOINT ["b"]',
  ],
  invalid: [
    {
      code: 'FROM alpine\nENTRYPOINT ["a"]\nRUN b\nENTRYPOINT ["b"]\n',
      finds: [['overridden', 'ENTRYPOINT']],
      fixed: 'FROM alpine\nRUN b\nENTRYPOINT ["b"]\n',
    },
  ],
});
