import rule from '../../../src/rules/style/deprecated-syntax-line.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    '# syntax=docker/dockerfile:1\nFROM alpine',
    '# syntax=docker/dockerfile:1.4\nFROM alpine',
    '# syntax=docker/dockerfile:1-labs\nFROM alpine',
    '# syntax=docker/dockerfile\nFROM alpine',
    '# syntax=example.org/frontend:experimental\nFROM alpine',
    '# check=experimental=all\nFROM alpine',
    'FROM alpine\n# syntax=docker/dockerfile:experimental',
  ],
  invalid: [
    {
      code: '# syntax = docker/dockerfile:experimental\nFROM alpine',
      finds: [['experimental', 'docker/dockerfile:experimental']],
      says: [
        'The syntax `experimental` ended in 2021: what it tried out is in `docker/dockerfile:1`, which goes on getting fixes.',
      ],
      fixed: '# syntax = docker/dockerfile:1\nFROM alpine',
    },
    {
      code: '# syntax=docker.io/docker/dockerfile:1.1-experimental\r\nFROM alpine',
      finds: [['experimental', 'docker.io/docker/dockerfile:1.1-experimental']],
      fixed: '# syntax=docker/dockerfile:1\r\nFROM alpine',
    },
    {
      code: '# syntax=docker/dockerfile-upstream:master-experimental\nFROM alpine',
      finds: [['experimental', 'docker/dockerfile-upstream:master-experimental']],
      fixed: null,
      fixedUnsafely: '# syntax=docker/dockerfile:1\nFROM alpine',
    },
  ],
});
