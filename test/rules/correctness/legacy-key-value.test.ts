import rule from '../../../src/rules/correctness/legacy-key-value.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM a\nENV A=b',
    'FROM a\nENV A="b c" D=e',
    'FROM a\nLABEL a=b',
    'FROM a\nENV A=b \\\n  C=d',
    'FROM a\nARG A',
    'FROM a\nENV A=',
    'FROM a\nLABEL maintainer Jo Doe',
  ],
  invalid: [
    {
      code: 'FROM a\nENV A b\nENV JAVA_OPTS -Da=b -Dc=d\nLABEL a b\n',
      finds: [['legacy', 'A']],
      fixed: 'FROM a\nENV A=b\nENV JAVA_OPTS="-Da=b -Dc=d"\nLABEL a b\n',
    },
    {
      code: 'FROM a\nENV ONE two THREE=four\n',
      finds: [['swallows', 'ONE']],
      says: ['`ENV ONE …` without `=` takes the whole rest of the line as one value, so `THREE=` sets nothing.'],
      fixed: null,
    },
    { options: { all: true }, code: 'FROM a\nENV A b', finds: [['legacy', 'A']], fixed: 'FROM a\nENV A=b' },
    { options: { all: true }, code: 'FROM a\nENV A   b c\n', finds: [['legacy', 'A']], fixed: 'FROM a\nENV A="b c"\n' },
    {
      options: { all: true },
      code: 'FROM a\nENV A $B/c:$D\n',
      finds: [['legacy', 'A']],
      fixed: 'FROM a\nENV A=$B/c:$D\n',
    },
    { options: { all: true }, code: 'FROM a\nENV A "b c"\n', finds: [['legacy', 'A']], fixed: 'FROM a\nENV A="b c"\n' },
    { options: { all: true }, code: 'FROM a\nENV A b "c d"\n', finds: [['legacy', 'A']], fixed: null },
    { options: { all: true }, code: 'FROM a\nENV A \\\n  b\n', finds: [['legacy', 'A']], fixed: 'FROM a\nENV A=b\n' },
    { options: { all: true }, code: 'FROM a\nENV A \\\n# note\n  b\n', finds: [['legacy', 'A']], fixed: null },
    {
      options: { all: true },
      code: 'FROM a\nLABEL maintainer Jo Doe\r\n',
      finds: [['legacy', 'maintainer']],
      fixed: 'FROM a\nLABEL maintainer="Jo Doe"\r\n',
    },
    { options: { all: true }, code: 'FROM a\nENV A b=c\n', finds: [['legacy', 'A']], fixed: 'FROM a\nENV A=b=c\n' },
    {
      options: { all: true },
      code: 'FROM a\nENV A b \\\n    c\n',
      finds: [['legacy', 'A']],
      fixed: 'FROM a\nENV A="b \\\n    c"\n',
    },
  ],
});
