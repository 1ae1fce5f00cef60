import rule from '../../../src/rules/labels/label-date.ts';
import { testRule } from '../../support/rule-tester.ts';

const labelSchema = { it: 'rfc3339' };
const image = (value: string): string => `FROM scratch\nLABEL it="${value}"`;

testRule(rule, {
  valid: [
    ...['2026-01-31T12:00:00Z', '2024-02-29t23:59:60.5+02:00'].map(value => ({ code: image(value), labelSchema })),
    // Other labels, no schema, another kind, what is not known, and what is empty.
    { code: 'FROM scratch\nLABEL other="?"', labelSchema },
    image('?'),
    { code: image('?'), labelSchema: { it: 'text' } },
    { code: 'FROM scratch\nARG A\nARG B=?\nLABEL it=$A\nLABEL it=$B', labelSchema },
    { code: image(''), labelSchema },
  ],
  invalid: [
    {
      code: image('2026-01-31'),
      labelSchema,
      finds: [['invalid', '"2026-01-31"']],
      says: [
        'The label `it` has to be an RFC 3339 time (`2026-01-31T12:00:00Z`) by the label schema, and `2026-01-31` is none.',
      ],
    },
    ...[
      '2026-02-30T12:00:00Z',
      '2026-13-01T12:00:00Z',
      '31 Jan 2026',
      '2026-01-31T12:00:00',
      '2026-01-31 12:00:00Z',
    ].map(value => ({
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
