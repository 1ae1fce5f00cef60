import rule from '../../../src/rules/security/forbidden-instruction.ts';
import { testRule } from '../../support/rule-tester.ts';

const options = { deny: ['ADD', 'onbuild'] };

testRule(rule, {
  valid: ['FROM a\nADD x /', { code: 'FROM a\nCOPY x /\n# ADD y /', options }],

  invalid: [
    { code: 'FROM a\nadd x /', options, finds: [['denied', 'add']] },
    {
      code: 'FROM a\nONBUILD ADD x /',
      options,
      finds: [
        ['denied', 'ONBUILD'],
        ['denied', 'ADD'],
      ],
    },
  ],
});
