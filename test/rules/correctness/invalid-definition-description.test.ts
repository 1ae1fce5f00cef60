import rule from '../../../src/rules/correctness/invalid-definition-description.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    '# build compiles\nFROM alpine AS build',
    '# Anything\nFROM alpine',
    '# V is the version\nARG V=1\nFROM alpine',
    '# B is one of two\nARG A B\nFROM alpine',
    '# A remark.\n#\nARG V\nFROM alpine',
    '# syntax=docker/dockerfile:1\nFROM alpine AS build',
    'FROM alpine AS build\n# Run it.\nRUN a',
  ],
  invalid: [
    {
      code: '# Compiles it\nFROM alpine AS build\n',
      finds: [['otherForm', '# Compiles it']],
      fixed: '# Compiles it\n#\nFROM alpine AS build\n',
    },
    {
      code: 'FROM alpine\r\n  # A remark\r\n\r\n  ARG V',
      finds: [['otherForm', '# A remark']],
      fixed: 'FROM alpine\r\n  # A remark\r\n  #\r\n\r\n  ARG V',
    },
  ],
});
