import rule from '../../../src/rules/correctness/copy-outside-context.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM alpine\nCOPY a /b',
    'FROM alpine\nCOPY a/../b /c',
    'FROM alpine\nCOPY --from=x ../a /b',
    'FROM alpine\nCOPY a ../b',
    'FROM alpine\nCOPY /a /b',
    'FROM alpine\nCOPY $DIR/../a /b',
    'FROM alpine\nADD https://example.org/../a /b',
    'FROM alpine\nRUN cp ../a /b',
    'FROM alpine\nCOPY ..a /b',
  ],
  invalid: [
    {
      code: 'FROM alpine\nCOPY ../shared /b',
      finds: [['outside', '../shared']],
      says: [
        '`../shared` leads out of the build context, where a build cannot look: Docker takes `/shared` in the context instead.',
      ],
    },
    { code: 'FROM alpine\nADD a a/../../b /c/', finds: [['outside', 'a/../../b']] },
    { code: 'FROM alpine\nCOPY ["..", "/c/"]', finds: [['outside', '".."']] },
  ],
});
