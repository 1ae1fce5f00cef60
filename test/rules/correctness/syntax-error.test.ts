import rule from '../../../src/rules/correctness/syntax-error.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM a',
    '# syntax=docker/dockerfile:1\nFROM a\nRUN <<EOF\nEOF',
    'FROM a\nCOPY --link --chmod=755 --exclude=*.md a /b',
    'FROM a\nRUN --mount=type=cache,target=/x --network=none y',
    'ARG A=b\nFROM $A',
    'ARG A\nFROM $A',
    'ARG V\nFROM php:${V}-cli-alpine',
    '\uFEFFFROM a\r\nRUN a \\\r\n  && b\r\n',
  ],
  invalid: [
    { code: 'FORM a', finds: [['rejected', 'FORM']] },
    {
      code: 'FROM a\nRUNN b\nCOPPY c d\n',
      finds: [
        ['rejected', 'RUNN'],
        ['rejected', 'COPPY'],
      ],
    },
    { code: '', finds: [['rejected', '']] },
    { code: 'RUN a\nFROM b', finds: [['refused', 'RUN']] },
    { code: 'FROM a\nEXPOSE 99999\nFROM b AS b\nCOPY --from=b c d', finds: [['refused', 'b']] },
    { code: 'FROM a\nRUN <<EOF\nb\n', finds: [['rejected', '<<EOF']] },
  ],
});
