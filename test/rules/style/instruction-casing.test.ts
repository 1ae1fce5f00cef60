import rule from '../../../src/rules/style/instruction-casing.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM a\nRUN b',
    'from a\nrun b',
    'arg x\nFROM a\nRUN b',
    'FROM a\nONBUILD run b',
    'FROM a\nRUN <<EOF\nrun\nEOF',
  ],
  invalid: [
    { code: 'FROM a\nrun b', finds: [['otherCase', 'run']], fixed: 'FROM a\nRUN b' },
    { code: 'from a\nRUN b\nrun c\n', finds: [['otherCase', 'RUN']], fixed: 'from a\nrun b\nrun c\n' },
    {
      code: 'From a\nRun b\n',
      finds: [
        ['otherCase', 'From'],
        ['otherCase', 'Run'],
      ],
      fixed: 'FROM a\nRUN b\n',
    },
  ],
});
