import rule from '../../../src/rules/correctness/multiple-cmd.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM alpine\nCMD ["a"]',
    'FROM alpine AS a\nCMD ["a"]\nFROM a\nCMD ["b"]',
    'FROM alpine\nENTRYPOINT ["a"]\nCMD ["b"]',
    'FROM alpine\nONBUILD CMD ["a"]\nCMD ["b"]',
    'FROM alpine\nHEALTHCHECK CMD ["a"]\nCMD ["b"]',
    'FROM alpine\nRUN <<EOF\nCMD a\nCMD b\nEOF\nCMD ["b"]',
  ],
  invalid: [
    {
      code: 'FROM alpine\nCMD ["a"]\nCMD ["b"]\n',
      finds: [['overridden', 'CMD']],
      says: ['This CMD does nothing: the one in line 3 replaces it.'],
      fixed: 'FROM alpine\nCMD ["b"]\n',
    },
    {
      code: 'FROM alpine\r\n# first\r\nCMD [ \\\r\n  "a" ]\r\ncmd b\r\nCMD ["c"]',
      finds: [
        ['overridden', 'CMD'],
        ['overridden', 'cmd'],
      ],
      fixed: 'FROM alpine\r\n# first\r\nCMD ["c"]',
    },
    {
      code: 'FROM alpine\nCMD ["a"]\ncmd ["b"]\nCmd ["c"]\n',
      options: { at: 'next' },
      finds: [
        ['replaces', 'cmd'],
        ['replaces', 'Cmd'],
      ],
      says: [
        'This CMD replaces the one in line 2, which does nothing.',
        'This CMD replaces the one in line 3, which does nothing.',
      ],
      fixed: 'FROM alpine\nCmd ["c"]\n',
    },
  ],
});
