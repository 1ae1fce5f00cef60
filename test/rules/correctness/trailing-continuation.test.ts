import rule from '../../../src/rules/correctness/trailing-continuation.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM alpine\nRUN a \\\n  && b\nCOPY c d',
    'FROM alpine\nRUN a && \\\n    COPY=1 b',
    'FROM alpine\nHEALTHCHECK --interval=5s \\\nCMD wget x',
    'FROM alpine\nONBUILD \\\nRUN a',
    'FROM alpine\nRUN psql -c "SELECT x \\\nFROM y"',
    "FROM alpine\nRUN echo 'a' \\\n  'FROM x'",
    'FROM alpine\nRUN <<EOF\nRUN a \\\nCOPY b c\nEOF',
    'FROM alpine\nRUN <<EOF\napk add \\\n  curl\nEOF',
    "FROM alpine\nRUN <<EOF\necho 'a \\ \n'\n# b \\ \nEOF",
    'FROM alpine\nRUN a \\\n    USER x',
    'FROM alpine\nRUN a \\\n# RUN b\n  && c',
    'FROM alpine\nRUN a \\  \n  && b',
    'FROM alpine\nRUN a \\',
  ],
  invalid: [
    {
      code: 'FROM alpine\nRUN apk add a \\\n    b \\\n\nCOPY . .',
      finds: [['swallows', '\\']],
      says: ['This line continuation makes `COPY` in line 5 an argument of the RUN above it.'],
    },
    { code: 'FROM alpine\r\nRUN a && \\\r\n# c\r\nCMD ["b"]\r\n', finds: [['swallows', '\\']] },
    { code: '# escape=`\nFROM alpine\nENV A=b `\nRUN c d', finds: [['swallows', '`']] },
    { code: 'FROM alpine\nCOPY a b \\\nWORKDIR /x', finds: [['swallows', '\\']] },
    { code: 'FROM alpine\nRUN <<EOF\napk add \\ \n  curl\nEOF', finds: [['blanks', '\\']] },
  ],
});
