import rule from '../../../src/rules/correctness/syntax-directive-typo.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    '# syntax=docker/dockerfile:1\nFROM alpine',
    '# escape=`\n# syntax = docker/dockerfile:1\nFROM windows',
    '# Syntax: see the manual\nFROM alpine',
    '# syntax is docker/dockerfile\nFROM alpine',
    '# checks: lint\nFROM alpine',
    'FROM alpine\n# check=skip=JSONArgsRecommended\nCMD true',
    'FROM alpine\n# escape: \\n\nRUN true',
    'FROM alpine\nRUN <<EOF\n# syntax=docker/dockerfile:1\nEOF',
    '# hadolint ignore=DL3006\nFROM alpine',
    '# syntax=docker/dockerfile:1',
  ],
  invalid: [
    {
      code: '# sytnax=docker/dockerfile:1\nFROM alpine\n',
      finds: [['typo', 'sytnax']],
      says: ['`sytnax` is no directive but a comment: the name is `syntax`.'],
      fixed: '# syntax=docker/dockerfile:1\nFROM alpine\n',
    },
    {
      code: '# syntax: docker/dockerfile:1.7\r\nFROM alpine\r\n',
      finds: [['noEquals', 'syntax']],
      says: ['Without `=` behind `syntax` this is a comment, and no directive.'],
      fixed: '# syntax=docker/dockerfile:1.7\r\nFROM alpine\r\n',
    },
    {
      code: '\uFEFF# What it is\n\n# syntax=docker/dockerfile:1\nFROM alpine',
      finds: [['late', 'syntax']],
      fixed: '\uFEFF# syntax=docker/dockerfile:1\n# What it is\n\nFROM alpine',
    },
    {
      code: 'FROM alpine\n# syntax=docker/dockerfile:1\nRUN true\n',
      finds: [['late', 'syntax']],
      fixed: '# syntax=docker/dockerfile:1\nFROM alpine\nRUN true\n',
    },
    {
      code: '# Astral build\n# Syntax: docker/dockerfile:1.4\nFROM alpine\n',
      finds: [['noEquals', 'Syntax']],
      fixed: '# syntax=docker/dockerfile:1.4\n# Astral build\nFROM alpine\n',
    },
    { code: '\n# escape=`\nFROM windows', finds: [['late', 'escape']], fixed: null },
    { code: '# ecsape=`\nFROM windows', finds: [['typo', 'ecsape']], fixed: null },
    {
      code: '# chekc=skip=all\nFROM alpine',
      finds: [['typo', 'chekc']],
      fixed: '# check=skip=all\nFROM alpine',
    },
    {
      code: '# syntax=docker/dockerfile:1\n\n# syntax=docker/dockerfile:1.4\nFROM alpine',
      finds: [['late', 'syntax']],
      fixed: null,
    },
  ],
});
