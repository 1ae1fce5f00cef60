import rule from '../../../src/rules/shell/shell-syntax-error.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM alpine\nRUN if true; then echo a; fi; for x in a b; do echo "$x"; done; case x in (a) b;; esac',
    'FROM alpine\nRUN f() { a; }; { b; } && (c) && ! d & wait',
    'FROM alpine\nRUN if a; \\\n  # then\n  then \\\n\n  b; fi',
    'FROM debian\nSHELL ["/bin/bash", "-c"]\nRUN [[ a =~ ^(b|c)$ ]] && a=(1 2) && ((a > 1)) && cat <(ls) <<< "$a"',
    // Words and not syntax, in a shell that has no [[.
    'FROM debian\nRUN [[ a == b',
    'FROM alpine\nRUN <<EOF\ncat <<IN\nif\nIN\nEOF\n',
    'FROM alpine\nRUN <<EOF\n#!/usr/bin/env python3\nif a: b(\nEOF\n',
    'FROM mcr.microsoft.com/windows/servercore:ltsc2022\nRUN if exist x (del x)',
    'FROM alpine\nSHELL ["pwsh", "-c"]\nRUN if ($a) { b }',
    'FROM alpine\nSHELL ["zsh", "-c"]\nRUN for i ({1..3}) echo $i',
    'FROM alpine\nRUN ["if"]',
    'FROM alpine\nCMD if',
  ],
  invalid: [
    {
      code: 'FROM alpine\nRUN if true; then echo a',
      finds: [['unparsable', 'a']],
      says: ["The shell cannot parse this script: expected 'fi' to close 'if'."],
      fixed: null,
    },
    {
      code: 'FROM alpine\nRUN apk add a && \\\n  && echo b',
      finds: [['unparsable', '&']],
      fixed: null,
    },
    {
      code: 'FROM alpine\nRUN echo "a\nRUN fi',
      finds: [
        ['unparsable', '"'],
        ['unparsable', 'f'],
      ],
      fixed: null,
    },
    {
      code: 'FROM alpine\nRUN <<EOF\nfor x in a; do\n  echo "$x"\nEOF\n',
      finds: [['unparsable', '"']],
      fixed: null,
    },
  ],
});
