import rule from '../../../src/rules/labels/label-git-hash.ts';
import { testRule } from '../../support/rule-tester.ts';

const labelSchema = { it: 'hash' };
const image = (value: string): string => `FROM scratch\nLABEL it="${value}"`;

testRule(rule, {
  valid: [
    ...[
      '0a00a97',
      '0a00a970',
      '0a00a97b3c4d5e6f708192a3b4c5d6e7f8091a2b',
      'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
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
      code: image('0a00a9'),
      labelSchema,
      finds: [['invalid', '"0a00a9"']],
      says: ['The label `it` has to be the hash of a Git commit by the label schema, and `0a00a9` is none.'],
    },
    ...['HEAD', '0A00A97', 'v1.2.3', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'].map(value => ({
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
