import rule from '../../../src/rules/correctness/copy-from-self.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM alpine AS a\nFROM alpine AS b\nCOPY --from=a /x /y',
    'FROM alpine AS a\nCOPY --from=alpine:3.22 /x /y',
    'FROM alpine\nFROM alpine\nCOPY --from=0 /x /y',
    'FROM alpine AS a\nRUN --mount=type=cache,target=/x ls',
    'FROM alpine AS a\nCOPY a /y',
    'FROM alpine AS a\nRUN echo --from=a',
  ],
  invalid: [
    { code: 'FROM alpine AS a\nCOPY --from=a /x /y', finds: [['itself', 'a']] },
    { code: 'FROM alpine AS a\nCOPY --from=A /x /y', finds: [['itself', 'A']] },
    { code: 'FROM alpine\nFROM alpine\nCOPY --from=1 /x /y', finds: [['itself', '1']] },
    { code: 'FROM alpine AS a\nRUN --mount=from=a,target=/x ls', finds: [['itself', 'a']] },
  ],
});
