import rule from '../../../src/rules/correctness/reserved-stage-name.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM scratch',
    'FROM scratch AS from-scratch',
    'FROM alpine AS contexts',
    'FROM alpine\nCOPY --from=scratch /x /y',
    'FROM alpine AS build-context',
    'FROM context',
  ],
  invalid: [
    { code: 'FROM alpine AS scratch', finds: [['reserved', 'scratch']] },
    { code: 'FROM alpine AS Context', finds: [['reserved', 'Context']] },
  ],
});
