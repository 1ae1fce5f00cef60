import rule from '../../../src/rules/correctness/forward-stage-reference.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM alpine AS a\nFROM alpine\nCOPY --from=a /x /y',
    'FROM alpine AS alpine',
    'FROM node\nFROM alpine AS node',
    'FROM corp/build\nFROM alpine AS build',
    'FROM build:1\nFROM alpine AS build',
    'FROM alpine AS a\nFROM a\nFROM alpine AS a',
    'FROM $LATER\nFROM alpine AS later',
    // `circular-stages` says more.
    'FROM alpine AS a\nCOPY --from=b /x /y\nFROM a AS b',
  ],
  invalid: [
    { code: 'FROM alpine AS a\nCOPY --from=b /x /y\nFROM a AS b', options: { circles: true }, finds: [['later', 'b']] },
    { code: 'FROM alpine\nCOPY --from=later /x /y\nFROM alpine AS later', finds: [['later', 'later']] },
    { code: 'FROM alpine\nCOPY --from=1 /x /y\nFROM alpine', finds: [['later', '1']] },
    { code: 'FROM alpine\nRUN --mount=from=later,target=/x ls\nFROM alpine AS later', finds: [['later', 'later']] },
    { code: 'FROM build\nRUN a\nFROM golang:1.25 AS build', finds: [['laterBase', 'build']] },
  ],
});
