import rule from '../../../src/rules/style/pragma-used.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: ['FROM alpine\n# hadolint shell=bash\nRUN x', 'FROM alpine\n# ignore=nothing\nRUN x'],

  invalid: [
    {
      code: 'FROM alpine\n# hadolint ignore=DL3008 # why\nRUN x',
      finds: [['used', '# hadolint ignore=DL3008 # why']],
    },
    {
      code: '# plimsoll ignore-file=root-user -- why\nFROM alpine',
      finds: [['usedForMore', '# plimsoll ignore-file=root-user -- why']],
    },
  ],
});
