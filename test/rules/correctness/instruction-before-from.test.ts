import rule from '../../../src/rules/correctness/instruction-before-from.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM a',
    'ARG A=b\nFROM $A',
    '# syntax=docker/dockerfile:1\n# RUN x\n\nFROM a',
    'ARG A\nARG B\nFROM a\nRUN b',
    '\uFEFFARG A\nFROM a',
  ],
  invalid: [
    { code: 'RUN a\nFROM b', finds: [['noStage', 'RUN']] },
    {
      code: 'ENV a=b\nLABEL c=d\nFROM b',
      finds: [
        ['noStage', 'ENV'],
        ['noStage', 'LABEL'],
      ],
    },
  ],
});
