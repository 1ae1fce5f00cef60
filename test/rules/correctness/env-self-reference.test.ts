import rule from '../../../src/rules/correctness/env-self-reference.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM alpine\nENV A=1\nENV B=$A',
    'FROM alpine\nENV PATH=/x:$PATH',
    'FROM alpine\nENV A=0\nENV A=1 B=$A',
    'FROM alpine\nENV A=1 B=$AB',
    "FROM alpine\nENV A=1 B='$A'",
    'FROM alpine\nENV A=1 B=\\$A',
    'FROM alpine\nARG A\nENV A=$A B=$A',
    'FROM alpine\nENV A $A',
    'FROM alpine\nENV A=1 B=${A:-2} C=${A-3}',
    'FROM alpine\nLABEL a=1 b=$a',
    'FROM alpine AS x\nENV A=1\nFROM x\nENV A=2 B=$A',
  ],
  invalid: [
    {
      code: 'FROM alpine\nENV A=/x \\\n    B=$A/bin\n',
      finds: [['sameInstruction', '$A']],
      fixed: 'FROM alpine\nENV A=/x\nENV B=$A/bin\n',
    },
    {
      code: 'FROM alpine\r\n  env A=1 B=${A} C=$B D=4\r\n',
      finds: [
        ['sameInstruction', '${A}'],
        ['sameInstruction', '$B'],
      ],
      fixed: 'FROM alpine\r\n  env A=1\r\n  env B=${A}\r\n  env C=$B D=4\r\n',
    },
    { code: 'FROM alpine\nENV B=$A A=1', finds: [['sameInstruction', '$A']], fixed: null },
    { code: 'FROM alpine\nENV A=1 \\\n  # why\n  B=$A', finds: [['sameInstruction', '$A']], fixed: null },
    { code: 'FROM alpine\nENV X=0\nENV A=1 X=1 B=$A C=$X', finds: [['sameInstruction', '$A']], fixed: null },
  ],
});
