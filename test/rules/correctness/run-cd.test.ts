import rule from '../../../src/rules/correctness/run-cd.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM alpine\nWORKDIR /src\nRUN make',
    'FROM alpine\nRUN wget example.org/a.tgz && tar xf a.tgz && cd a && make',
    'FROM alpine\nRUN (cd /src && make) && make install',
    'FROM alpine\nRUN cd /a && make && cd /b && make',
    'FROM alpine\nRUN cd $DIR && make',
    'FROM alpine\nRUN cd /a || exit 1',
    'FROM alpine\nCMD cd /a && run',
    { code: 'FROM alpine\nRUN su app -c "cd /a && make"', options: { all: true } },
  ],
  invalid: [
    {
      code: 'FROM debian:13\nRUN cd /src && make \\\n && make install\nCMD ["x"]\n',
      finds: [['cd', 'cd /src']],
      fixed: null,
      fixedUnsafely: 'FROM debian:13\nWORKDIR /src\nRUN make \\\n && make install\nWORKDIR /\nCMD ["x"]\n',
    },
    {
      code: 'FROM acme/unknown\nRUN cd /src && make\nWORKDIR /app',
      finds: [['cd', 'cd /src']],
      fixed: null,
      fixedUnsafely: 'FROM acme/unknown\nWORKDIR /src\nRUN make\nWORKDIR /app',
    },
    { code: 'FROM acme/unknown\nRUN cd /src && make', finds: [['cd', 'cd /src']], fixed: null },
    { code: 'FROM debian:13\nRUN --mount=target=/src cd /src && make', finds: [['cd', 'cd /src']], fixed: null },
    {
      code: 'FROM alpine\nRUN tar xf a.tgz && cd a && (cd b; make)\nONBUILD RUN cd "$X" && make',
      options: { all: true },
      finds: [
        ['cd', 'cd a'],
        ['cd', 'cd b'],
        ['cd', 'cd "$X"'],
      ],
      fixed: null,
    },
  ],
});
