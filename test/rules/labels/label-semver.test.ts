import rule from '../../../src/rules/labels/label-semver.ts';
import { testRule } from '../../support/rule-tester.ts';

const labelSchema = { it: 'semver' };
const image = (value: string): string => `FROM scratch\nLABEL it="${value}"`;

testRule(rule, {
  valid: [
    ...['1.2.3', '1.2.3-rc.1+build.5', '0.0.0-0a', '1.0.0--'].map(value => ({ code: image(value), labelSchema })),
    // Other labels, no schema, another kind, what is not known, and what is empty.
    { code: 'FROM scratch\nLABEL other="?"', labelSchema },
    image('?'),
    { code: image('?'), labelSchema: { it: 'text' } },
    { code: 'FROM scratch\nARG A\nARG B=?\nLABEL it=$A\nLABEL it=$B', labelSchema },
    { code: image(''), labelSchema },
  ],
  invalid: [
    {
      code: image('1.2'),
      labelSchema,
      finds: [['invalid', '"1.2"']],
      says: ['The label `it` has to be a semantic version (`1.2.3`) by the label schema, and `1.2` is none.'],
    },
    ...['v1.2.3', '01.2.3', '1.2.3-01', '1.2.3-', '1.2.3+a..b', 'latest'].map(value => ({
      code: image(value),
      labelSchema,
      finds: [['invalid', `"${value}"`] as const],
    })),
    {
      code: 'FROM scratch\nENV E=?\nONBUILD LABEL a=b "it"="?"\nLABEL it $E',
      labelSchema,
      finds: [
        ['invalid', '"?"'],
        ['invalid', '$E'],
      ],
    },
  ],
});
