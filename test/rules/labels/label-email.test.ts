import rule from '../../../src/rules/labels/label-email.ts';
import { testRule } from '../../support/rule-tester.ts';

const labelSchema = { it: 'email' };
const image = (value: string): string => `FROM scratch\nLABEL it="${value}"`;

testRule(rule, {
  valid: [
    ...['me@example.org', "o'neil+x@mail.example.org", 'root@localhost', 'me@[192.0.2.1]'].map(value => ({
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
      code: image('me'),
      labelSchema,
      finds: [['invalid', '"me"']],
      says: ['The label `it` has to be an e-mail address by the label schema, and `me` is none.'],
    },
    ...['me@', 'Me <me@example.org>', 'a@b@c', '.a@example.org', 'a..b@example.org', 'a@-b'].map(value => ({
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
