import rule from '../../../src/rules/labels/label-empty.ts';
import { testRule } from '../../support/rule-tester.ts';

const labelSchema = { version: 'semver', author: 'text' };

testRule(rule, {
  valid: [
    { code: 'FROM scratch\nLABEL version=1.0.0 author="me"', labelSchema },
    { code: 'FROM scratch\nLABEL other=""', labelSchema },
    { code: 'FROM scratch\nARG VERSION\nLABEL version=$VERSION', labelSchema },
    { code: 'FROM scratch', labelSchema },
    'FROM scratch\nLABEL version=""',
  ],
  invalid: [
    {
      code: 'FROM scratch\nLABEL version="" author=me',
      labelSchema,
      finds: [['empty', 'version=""']],
      says: ['The label `version`, which the label schema asks for, is empty.'],
    },
    { code: 'FROM scratch\nENV A=\nLABEL author=$A', labelSchema, finds: [['empty', 'author=$A']] },
  ],
});
