import rule from '../../../src/rules/shell/useless-echo-escape.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    // dash expands escapes, and of an unknown sh nothing is known.
    'FROM debian:13\nRUN echo "a\\nb" > f',
    'FROM example.org/x\nRUN echo "a\\nb" > f',
    'FROM alpine:3.22\nRUN echo -e "a\\nb" && echo -ne "a\\tb" && printf "a\\nb"',
    'FROM alpine:3.22\nRUN echo a\\nb && echo "a\\\\b" "C:\\dir"',
    `FROM alpine:3.22\nRUN echo "PS1='\\u@\\h\\n'" >> ~/.profile`,
    `FROM alpine:3.22\nRUN echo 'printf "a\\n"' > tool`,
    'FROM alpine:3.22\nRUN ["echo", "a\\\\nb"]',
    'FROM alpine:3.22\nSHELL ["pwsh", "-c"]\nRUN echo "a\\nb"',
  ],
  invalid: [
    {
      code: 'FROM alpine:3.22\nRUN echo "[a]\\nb = 1" > f',
      finds: [['literal', '"[a]\\nb = 1"']],
      says: ['The echo of BusyBox prints `\\n` as it is written: printf expands it.'],
      fixed: null,
    },
    {
      code: 'FROM debian:13\nSHELL ["/bin/bash", "-c"]\nRUN echo -n x \'a\\tb\'',
      finds: [['literal', "'a\\tb'"]],
      says: ['The echo of bash prints `\\t` as it is written: printf expands it.'],
      fixed: null,
    },
    {
      code: 'FROM debian:13\nRUN echo "a\\nb"',
      options: { all: true },
      finds: [['literal', '"a\\nb"']],
      fixed: null,
    },
  ],
});
