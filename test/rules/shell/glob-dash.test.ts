import rule from '../../../src/rules/shell/glob-dash.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM alpine\nRUN rm ./* /tmp/* a*.c',
    'FROM alpine\nRUN rm -rf -- *',
    "FROM alpine\nRUN rm '*' \\*",
    'FROM alpine\nRUN echo * && printf "%s" * && [ -e *.c ]',
    'FROM alpine\nRUN for f in *; do cat "$f"; done; case x in *) ;; esac',
    'FROM alpine\nRUN ["rm", "*"]',
  ],
  invalid: [
    {
      code: 'FROM alpine\nRUN rm -r *.o ?a x',
      finds: [
        ['option', '*.o'],
        ['option', '?a'],
      ],
      says: [
        '`*.o` may give a name that begins with a dash, which rm takes for an option.',
        '`?a` may give a name that begins with a dash, which rm takes for an option.',
      ],
      fixed: null,
    },
  ],
});
