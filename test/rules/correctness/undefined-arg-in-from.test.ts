import rule from '../../../src/rules/correctness/undefined-arg-in-from.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'ARG A=alpine\nFROM $A',
    'ARG A\nFROM ${A:-alpine}',
    'FROM --platform=$BUILDPLATFORM alpine',
    'FROM alpine-$TARGETARCH',
    'FROM alpine\nARG A\nENV B=$A',
    { code: 'ARG A\nFROM $A', buildArgs: { A: 'alpine' } },
  ],
  invalid: [
    {
      code: 'ARG IMAG=alpine\nFROM $IMAGE',
      finds: [['undeclared', '$IMAGE']],
      says: [
        'No ARG above the first FROM declares `IMAGE`, so it is empty here and `--build-arg` cannot set it; did you mean `IMAG`?',
      ],
    },
    { code: 'FROM alpine\nARG TAG=3\nFROM alpine:${TAG}', finds: [['undeclared', '${TAG}']] },
    { code: 'FROM --platform=$PLATFORM alpine', finds: [['undeclared', '$PLATFORM']] },
  ],
});
