import rule from '../../../src/rules/correctness/duplicate-label.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM alpine\nLABEL a=1 b=2\nLABEL c=1',
    'FROM alpine AS one\nLABEL a=1\nFROM one\nLABEL a=2',
    'FROM alpine\nLABEL a=1\nONBUILD LABEL a=2',
    'FROM alpine\nENV a=1\nENV a=2',
    'FROM alpine\nARG K\nLABEL $K=1 $K=2',
    'FROM alpine\nLABEL A=1 a=1',
    'FROM alpine\nLABEL',
  ],
  invalid: [
    {
      code: 'FROM alpine\nLABEL a=1\nLABEL a=2\n',
      finds: [['lost', 'a']],
      says: ['The label `a` is set again in line 3, and this value is lost.'],
      fixed: 'FROM alpine\nLABEL a=2\n',
    },
    {
      code: 'FROM alpine\nLABEL a=1 \\\n      b=2 \\\n      "a"=1\n',
      finds: [['same', 'a']],
      says: ['The label `a` is set to the same value again in line 4.'],
      fixed: 'FROM alpine\nLABEL b=2 \\\n      "a"=1\n',
    },
    {
      code: 'FROM alpine\nLABEL a=1 a=2 a=3',
      finds: [
        ['lost', 'a'],
        ['lost', 'a'],
      ],
      fixed: 'FROM alpine\nLABEL a=3',
    },
    {
      code: 'FROM alpine\n# first\nLABEL a=1\nLABEL a=2',
      finds: [['lost', 'a']],
      fixed: null,
    },
  ],
});
