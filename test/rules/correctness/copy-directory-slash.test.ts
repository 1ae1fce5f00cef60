import rule from '../../../src/rules/correctness/copy-directory-slash.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM alpine\nCOPY a b /c/',
    'FROM alpine\nCOPY a /c',
    'FROM alpine\nCOPY *.json /c',
    'FROM alpine\nCOPY a b .',
    'FROM alpine\nCOPY a b ./',
    'FROM alpine\nCOPY a b ..',
    'FROM alpine\nCOPY a b /c/.',
    'FROM alpine\nCOPY a b $DIR',
    'FROM alpine\nENV DIR=/c/\nCOPY a b $DIR',
    'FROM alpine\nCOPY ["a", "b", "c/"]',
    'FROM mcr.microsoft.com/windows/servercore:ltsc2022\nCOPY a b c:\\\\d\\\\',
    'FROM alpine\nCOPY --from=a /x /y',
  ],
  invalid: [
    { code: 'FROM alpine\nCOPY a b /c\n', finds: [['noSlash', '/c']], fixed: 'FROM alpine\nCOPY a b /c/\n' },
    {
      code: 'FROM alpine\nADD a \\\n  b \\\n  c',
      finds: [['noSlash', 'c']],
      fixed: 'FROM alpine\nADD a \\\n  b \\\n  c/',
    },
    {
      code: 'FROM alpine\nCOPY ["a", "b", "c"]',
      finds: [['noSlash', '"c"']],
      fixed: 'FROM alpine\nCOPY ["a", "b", "c/"]',
    },
    { code: 'FROM alpine\nENV DIR=/c\nCOPY a b $DIR', finds: [['noSlash', '$DIR']], fixed: null },
    {
      code: 'FROM alpine\nCOPY a b .\nCOPY a b $DIR\nCOPY a b "$DIR/"\nCOPY a b ./\n',
      options: { asWritten: true },
      finds: [
        ['noSlash', '.'],
        ['noSlash', '$DIR'],
      ],
      fixed: 'FROM alpine\nCOPY a b ./\nCOPY a b $DIR\nCOPY a b "$DIR/"\nCOPY a b ./\n',
    },
  ],
});
