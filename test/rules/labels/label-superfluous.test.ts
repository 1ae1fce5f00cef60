import rule from '../../../src/rules/labels/label-superfluous.ts';
import { testRule } from '../../support/rule-tester.ts';

const known = { labelSchema: { author: 'text' }, strictLabels: true };

testRule(rule, {
  valid: [
    { code: 'FROM scratch\nLABEL author=me', ...known },
    { code: 'FROM scratch\nLABEL author=me other=x', ...known, strictLabels: false },
    { code: 'FROM scratch\nARG NAME\nLABEL $NAME=x', ...known },
    { code: 'FROM scratch\nENV other=x', ...known },
    'FROM scratch\nLABEL other=x',
  ],
  invalid: [
    {
      code: 'FROM scratch\nLABEL author=me other=x constructor=y',
      ...known,
      finds: [
        ['superfluous', 'other'],
        ['superfluous', 'constructor'],
      ],
      says: [
        'The label `other` is not in the label schema, and `strict-labels` allows no others.',
        'The label `constructor` is not in the label schema, and `strict-labels` allows no others.',
      ],
    },
  ],
});
