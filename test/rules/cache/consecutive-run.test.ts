import rule from '../../../src/rules/cache/consecutive-run.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM debian:13\nRUN a',
    'FROM debian:13\nRUN a\nWORKDIR /\nRUN b',
    'FROM debian:13\nRUN a\nFROM debian:13\nRUN b',
    'FROM debian:13\nRUN a && b\nRUN c',
    'FROM debian:13\nRUN a\nRUN b | c',
    'FROM debian:13\nRUN a\nRUN test -d b && c',
    'FROM debian:13\nRUN a\nRUN ["sh", "-c", "b && c"]',
    'FROM mcr.microsoft.com/windows/servercore:ltsc2022\nSHELL ["powershell"]\nRUN a\nRUN b; c',
    'FROM debian:13\nRUN --mount=type=cache,target=/a a\nRUN b',
  ],
  invalid: [
    {
      code: 'FROM debian:13\nRUN a\nRUN b\nRUN c',
      finds: [
        ['consecutive', 'RUN'],
        ['consecutive', 'RUN'],
      ],
      says: [
        'This RUN and the one in line 2 make a layer each, for one command.',
        'This RUN and the one in line 2 make a layer each, for one command.',
      ],
      fixed: null,
      fixedUnsafely: 'FROM debian:13\nRUN a \\\n && b \\\n && c',
    },
    {
      code: '# escape=`\r\nFROM --platform=linux/amd64 debian:13\r\n  RUN --network=none a ` \r\n    x\r\n\r\n  # Why.\r\n  run --network=none ` \r\n b\r\n',
      finds: [['consecutive', 'run']],
      fixed: null,
    },
    {
      code: '# escape=`\r\nFROM --platform=linux/amd64 debian:13\r\n  RUN --network=none a `\r\n    x\r\n\r\n  # Why.\r\n  run --network=none b\r\n',
      finds: [['consecutive', 'run']],
      fixed: null,
      fixedUnsafely:
        '# escape=`\r\nFROM --platform=linux/amd64 debian:13\r\n  RUN --network=none a `\r\n    x `\r\n  # Why.\r\n   && b\r\n',
    },
    {
      code: 'FROM debian:13\nRUN [ -d a ] && b\nRUN if [ -n "$C" ]; then c; fi',
      finds: [['consecutive', 'RUN']],
      fixed: null,
      fixedUnsafely: 'FROM debian:13\nRUN [ -d a ] && b \\\n && if [ -n "$C" ]; then c; fi',
    },
    {
      code: 'FROM debian:13\nRUN bash -c "a; b"\nRUN yes | "$SDK/c"',
      finds: [['consecutive', 'RUN']],
      fixed: null,
      fixedUnsafely: 'FROM debian:13\nRUN bash -c "a; b" \\\n && yes | "$SDK/c"',
    },
    {
      code: 'FROM mcr.microsoft.com/windows/nanoserver:ltsc2025\nRUN powershell -Command "a; b"\nRUN c',
      finds: [['consecutive', 'RUN']],
      fixed: null,
    },
    { code: 'FROM debian:13\nRUN cd /a\nRUN b', finds: [['consecutive', 'RUN']], fixed: null },
    { code: 'FROM debian:13\nRUN export A=b\nRUN b', finds: [['consecutive', 'RUN']], fixed: null },
    { code: 'FROM debian:13\nRUN A=b\nRUN b', finds: [['consecutive', 'RUN']], fixed: null },
    { code: 'FROM debian:13\nRUN ["a"]\nRUN b', finds: [['consecutive', 'RUN']], fixed: null },
    { code: 'FROM debian:13\nRUN a &\nRUN b', finds: [['consecutive', 'RUN']], fixed: null },
    { code: 'FROM debian:13\nRUN a # why\nRUN b', finds: [['consecutive', 'RUN']], fixed: null },
    { code: 'FROM debian:13\nRUN <<EOF\na\nEOF\nRUN b', finds: [['consecutive', 'RUN']], fixed: null },
  ],
});
