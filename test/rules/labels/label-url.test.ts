import rule from '../../../src/rules/labels/label-url.ts';
import { testRule } from '../../support/rule-tester.ts';

const labelSchema = { it: 'url' };
const image = (value: string): string => `FROM scratch\nLABEL it="${value}"`;

testRule(rule, {
  valid: [
    ...['https://example.org/a?b=%20c', 'http://localhost:80', 'ssh://git@example.org/a', 'urn:isbn:1'].map(value => ({
      code: image(value),
      labelSchema,
    })),
    // Other labels, no schema, another kind, what is not known, and what is empty.
    { code: 'FROM scratch\nLABEL other="?"', labelSchema },
    image('?'),
    { code: image('?'), labelSchema: { it: 'text' } },
    { code: 'FROM scratch\nARG A\nARG B=?\nLABEL it=$A\nLABEL it=$B', labelSchema },
    { code: image(''), labelSchema },
  ],
  invalid: [
    {
      code: image('example.org'),
      labelSchema,
      finds: [['invalid', '"example.org"']],
      says: ['The label `it` has to be an absolute URL by the label schema, and `example.org` is none.'],
    },
    ...['/docs', 'http:/example.org', 'https://exa mple.org', 'https://example.org/100%'].map(value => ({
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
