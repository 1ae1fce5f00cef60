import rule from '../../../src/rules/correctness/redundant-target-platform.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM alpine',
    'FROM --platform=$BUILDPLATFORM alpine',
    'FROM --platform=$TARGETOS/$TARGETARCH alpine',
    'ARG TARGETPLATFORM=linux/arm64\nFROM --platform=$TARGETPLATFORM alpine',
    'FROM --platform=$PLATFORM alpine',
    'FROM alpine\nARG TARGETPLATFORM\nRUN echo --platform=$TARGETPLATFORM',
  ],
  invalid: [
    {
      code: 'FROM --platform=$TARGETPLATFORM alpine AS a\n',
      finds: [['redundant', '--platform=$TARGETPLATFORM']],
      fixed: 'FROM alpine AS a\n',
    },
    {
      code: 'from   --platform=${TARGETPLATFORM:-linux/amd64} \\\n  alpine',
      finds: [['redundantDefault', '--platform=${TARGETPLATFORM:-linux/amd64}']],
      fixed: 'from   \\\n  alpine',
    },
  ],
});
