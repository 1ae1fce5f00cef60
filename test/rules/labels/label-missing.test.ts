import rule from '../../../src/rules/labels/label-missing.ts';
import { testRule } from '../../support/rule-tester.ts';

const labelSchema = { author: 'text', version: 'semver' };

testRule(rule, {
  valid: [
    { code: 'FROM debian\nLABEL author=me\nLABEL version=1.0.0', labelSchema },
    { code: 'FROM debian AS base\nLABEL author=me version=1.0.0\n\nFROM base', labelSchema },
    // Only what ships needs them.
    { code: 'FROM golang AS build\n\nFROM scratch\nCOPY --from=build /a /a\nLABEL author=me version=$V', labelSchema },
    { code: 'FROM debian AS base\n\nFROM base\nLABEL author=me version=1.0.0', labelSchema },
    'FROM debian',
  ],
  invalid: [
    {
      code: 'FROM debian\nLABEL author=me',
      labelSchema,
      finds: [['missing', 'debian']],
      says: ['The image lacks the label `version`, which the label schema asks for.'],
    },
    {
      code: 'FROM golang AS build\nLABEL author=me version=1.0.0\n\nFROM scratch\nCOPY --from=build /a /a',
      labelSchema,
      finds: [
        ['missing', 'scratch'],
        ['missing', 'scratch'],
      ],
    },
  ],
});
