import rule from '../../../src/rules/correctness/copy-relative-destination.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM corp/base\nWORKDIR /app\nCOPY . .',
    'FROM corp/base AS a\nWORKDIR /app\nFROM a\nCOPY . .',
    'FROM corp/base\nCOPY . /app/',
    'FROM corp/base\nCOPY . $DIR/',
    'FROM golang:1.25\nCOPY . .',
    'FROM scratch\nCOPY app .',
    'FROM mcr.microsoft.com/windows/servercore:ltsc2022\nCOPY app c:/app/',
    'FROM corp/base\nONBUILD COPY . .',
    'FROM corp/base\nRUN cp a .',
  ],
  invalid: [
    { code: 'FROM corp/base\nCOPY . .', finds: [['relative', '.']] },
    {
      code: 'FROM corp/base AS a\nCOPY b .\nCOPY c c\nFROM a\nCOPY d d\nFROM corp/other\nCOPY e e',
      finds: [
        ['relative', '.'],
        ['relative', 'e'],
      ],
    },
    {
      code: 'FROM corp/base\nCOPY b .\nCOPY c c',
      options: { knownImages: false },
      finds: [
        ['relative', '.'],
        ['relative', 'c'],
      ],
    },
    { code: 'FROM corp/base AS a\nFROM a\nCOPY ["a b", "c/"]\nWORKDIR /x\nCOPY a b', finds: [['relative', '"c/"']] },
    { code: 'FROM corp/base\nARG V\nCOPY app-$V.tar app-$V.tar', finds: [['relative', 'app-$V.tar']] },
    { code: 'FROM corp/base\nARG DIR=app\nCOPY . $DIR', finds: [['relative', '$DIR']] },
    { code: 'FROM golang:1.25\nCOPY . src', options: { knownImages: false }, finds: [['relative', 'src']] },
  ],
});
