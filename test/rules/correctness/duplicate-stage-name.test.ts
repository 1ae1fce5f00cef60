import rule from '../../../src/rules/correctness/duplicate-stage-name.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM alpine AS a\nFROM alpine AS b',
    'FROM alpine\nFROM alpine',
    'FROM alpine AS alpine',
    'FROM alpine AS a\nFROM a AS a2',
    'FROM alpine AS a\nRUN echo FROM alpine AS a',
    '# FROM alpine AS a\nFROM alpine AS a',
  ],
  invalid: [
    {
      code: 'FROM alpine AS a\nFROM alpine AS b\nFROM b AS A',
      finds: [['duplicate', 'A']],
      says: ['The stage in line 1 is called `A` too, so which of the two is meant depends on where it is named.'],
    },
    {
      code: 'FROM alpine AS a\nFROM alpine AS a\nFROM alpine AS a',
      finds: [
        ['duplicate', 'a'],
        ['duplicate', 'a'],
      ],
    },
  ],
});
