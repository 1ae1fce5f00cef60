import rule from '../../../src/rules/stages/circular-stages.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM alpine AS a\nFROM alpine AS b\nCOPY --from=a /x /y\nFROM b\nCOPY --from=a /x /y',
    // A later stage that needs nothing of this one: `forward-stage-reference` says that.
    'FROM alpine AS a\nCOPY --from=b /x /y\nFROM alpine AS b',
    'FROM alpine AS a\nCOPY --from=a /x /y',
    // FROM takes a later name for an image.
    'FROM b AS a\nFROM a AS b',
    // The first `a` is another stage.
    'FROM alpine AS a\nCOPY --from=busybox /x /y\nFROM a AS b\nFROM alpine AS c\nCOPY --from=b /x /y',
    'FROM alpine AS a\nCOPY --from=9 /x /y\nFROM a',
  ],
  invalid: [
    {
      code: 'FROM alpine AS a\nCOPY --from=b /x /y\nFROM a AS b',
      finds: [['circle', 'b']],
      says: ['`a` takes from `b`, which itself needs `a`: neither can be built first.'],
    },
    {
      code: 'FROM alpine AS a\nCOPY --from=2 /x /y\nFROM alpine AS b\nCOPY --from=a /x /y\nFROM alpine\nRUN --mount=from=B,target=/b ls',
      finds: [['circle', '2']],
      says: ['`a` takes from stage 2 (line 5), which itself needs `a`: neither can be built first.'],
    },
    {
      code: 'FROM alpine AS a\nRUN --mount=type=bind,from=b,target=/b ls\nFROM alpine AS b\nCOPY --from=c /x /y\nFROM a AS c',
      finds: [
        ['circle', 'b'],
        ['circle', 'c'],
      ],
    },
  ],
});
