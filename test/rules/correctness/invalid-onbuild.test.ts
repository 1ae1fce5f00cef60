import rule from '../../../src/rules/correctness/invalid-onbuild.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM a\nONBUILD RUN b',
    'FROM a\nONBUILD COPY . .',
    'FROM a\nONBUILD USER from',
    'FROM a\n# ONBUILD FROM b',
    'FROM a\nONBUILD ENV FROM=b',
  ],
  invalid: [
    { code: 'FROM a\nONBUILD FROM b', finds: [['notAllowed', 'FROM']] },
    { code: 'FROM a\nONBUILD maintainer b', finds: [['notAllowed', 'maintainer']] },
    { code: 'FROM a\nONBUILD ONBUILD RUN b', finds: [['notAllowed', 'ONBUILD']] },
  ],
});
