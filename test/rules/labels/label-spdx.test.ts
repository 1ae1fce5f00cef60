import rule from '../../../src/rules/labels/label-spdx.ts';
import { testRule } from '../../support/rule-tester.ts';

const labelSchema = { it: 'spdx' };
const image = (value: string): string => `FROM scratch\nLABEL it="${value}"`;

testRule(rule, {
  valid: [
    ...[
      'MIT',
      '(apache-2.0 or MIT) AND GPL-2.0+',
      'GPL-2.0-only WITH Classpath-exception-2.0',
      'LicenseRef-Ours',
      'NONE',
    ].map(value => ({ code: image(value), labelSchema })),
    // Other labels, no schema, another kind, what is not known, and what is empty.
    { code: 'FROM scratch\nLABEL other="?"', labelSchema },
    image('?'),
    { code: image('?'), labelSchema: { it: 'text' } },
    { code: 'FROM scratch\nARG A\nARG B=?\nLABEL it=$A\nLABEL it=$B', labelSchema },
    { code: image(''), labelSchema },
  ],
  invalid: [
    {
      code: image('BSD'),
      labelSchema,
      finds: [['invalid', '"BSD"']],
      says: [
        'The label `it` has to be an SPDX licence expression (`Apache-2.0 OR MIT`) by the label schema, and `BSD` is none.',
      ],
    },
    ...['Apache 2.0', 'MIT OR', '(MIT', 'MIT WITH', 'MIT MIT', 'MIT)', 'MIT WITH a WITH b', 'MIT WITH /'].map(
      value => ({
        code: image(value),
        labelSchema,
        finds: [['invalid', `"${value}"`] as const],
      }),
    ),
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
