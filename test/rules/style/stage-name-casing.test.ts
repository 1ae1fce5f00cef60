import rule from '../../../src/rules/style/stage-name-casing.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: ['FROM a AS build', 'FROM a', 'FROM $IMAGE AS build', 'FROM a AS build-1', 'FROM a AS build\nFROM BUILD'],
  invalid: [
    {
      code: 'FROM a AS Build\nFROM b\nCOPY --from=Build /x /x\n',
      finds: [['capitals', 'Build']],
      fixed: 'FROM a AS build\nFROM b\nCOPY --from=Build /x /x\n',
    },
  ],
});
