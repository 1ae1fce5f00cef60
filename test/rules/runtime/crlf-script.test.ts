import rule from '../../../src/rules/runtime/crlf-script.ts';
import { testRule } from '../../support/rule-tester.ts';

const context = {
  'run.sh': '#!/bin/sh\r\nexec "$@"\r\n',
  'unix.sh': '#!/bin/sh\nexec "$@"\n',
  'tools/setup.sh': '#!/usr/bin/env bash\r\necho\r\n',
};
const head = 'FROM debian:13\nWORKDIR /app\n';

testRule(rule, {
  valid: [
    { code: `${head}COPY unix.sh /\nENTRYPOINT ["/unix.sh"]`, context },
    { code: `${head}COPY run.sh /\nRUN dos2unix /run.sh\nENTRYPOINT ["/run.sh"]`, context },
    { code: `${head}COPY run.sh /\nRUN sed -i 's/\\r$//' /run.sh\nENTRYPOINT ["/run.sh"]`, context },
    // Nothing runs it here.
    { code: `${head}COPY run.sh /\nCMD ["debian"]`, context },
    { code: `${head}COPY . /\nCMD ["/unix.sh"]`, context },
    { code: `${head}COPY run.sh .\nRUN other/run.sh`, context },
    { code: 'FROM a AS b\nFROM debian:13\nCOPY --from=b run.sh /\nENTRYPOINT ["/run.sh"]', context },
    `${head}COPY run.sh /\nENTRYPOINT ["/run.sh"]`,
  ],
  invalid: [
    {
      code: `${head}COPY run.sh /\nENTRYPOINT ["/run.sh"]`,
      context,
      finds: [['crlf', 'run.sh']],
      says: [
        '`run.sh` has Windows line ends: Linux looks for an interpreter named `/bin/sh` and a carriage return, and finds none.',
      ],
    },
    { code: `${head}COPY tools tools\nRUN ./tools/setup.sh`, context, finds: [['crlf', 'tools']] },
    {
      code: `${head}COPY . .\nRUN cd tools && ./setup.sh && ./setup.sh\nCMD ["./run.sh"]`,
      context,
      finds: [
        ['crlf', '.'],
        ['crlf', '.'],
      ],
    },
  ],
});
