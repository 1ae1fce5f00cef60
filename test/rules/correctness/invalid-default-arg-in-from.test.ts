import rule from '../../../src/rules/correctness/invalid-default-arg-in-from.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'ARG A=alpine\nFROM $A',
    'ARG A\nFROM ${A:-alpine}',
    'ARG A\nFROM alpine$A',
    'FROM alpine:$TARGETARCH',
    { code: 'ARG A=alpine\nFROM $A', buildArgs: { A: 'debian' } },
    'ARG A=build\nFROM alpine AS build\nFROM $A',
  ],
  invalid: [
    { code: 'ARG A\nFROM $A', finds: [['noImage', '$A']] },
    { code: 'ARG TAG\nFROM alpine:${TAG}', finds: [['noImage', 'alpine:${TAG}']] },
    { code: 'ARG A\nFROM $A', buildArgs: { A: 'alpine' }, finds: [['noImage', '$A']] },
  ],
});
