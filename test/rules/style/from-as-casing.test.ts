import rule from '../../../src/rules/style/from-as-casing.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: ['FROM a AS b', 'from a as b', 'FROM a', 'From a as b', 'FROM as', 'FROM --platform=linux/amd64 a AS as'],
  invalid: [
    { code: 'FROM a as b', finds: [['otherCase', 'as']], fixed: 'FROM a AS b' },
    { code: 'from a AS b', finds: [['otherCase', 'AS']], fixed: 'from a as b' },
    { code: 'FROM a \\\n  As b\n', finds: [['otherCase', 'As']], fixed: 'FROM a \\\n  AS b\n' },
  ],
});
