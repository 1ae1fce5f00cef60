import rule from '../../../src/rules/correctness/empty-continuation.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM a\nRUN a \\\n  && b',
    'FROM a\nRUN a \\\n  # note\n  && b',
    'FROM a\n\nRUN a\n\nRUN b',
    'FROM a\nRUN <<EOF\na\n\nb\nEOF',
    'FROM a\nRUN a \\\n  #\n  && b',
  ],
  invalid: [
    {
      code: 'FROM a\nRUN a \\\n\n  && b \\\n  \n# c\n  && d\n',
      finds: [['blankLine', '']],
      fixed: 'FROM a\nRUN a \\\n  && b \\\n# c\n  && d\n',
    },
    { code: 'FROM a\r\nRUN a \\\r\n\r\n  b\r\n', finds: [['blankLine', '']], fixed: 'FROM a\r\nRUN a \\\r\n  b\r\n' },
    { code: 'FROM a\nRUN a \\\n  \n ', finds: [['blankLine', '  ']], fixed: 'FROM a\nRUN a \\' },
  ],
});
