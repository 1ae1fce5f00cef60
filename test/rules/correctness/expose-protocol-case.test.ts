import rule from '../../../src/rules/correctness/expose-protocol-case.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM alpine\nEXPOSE 80/tcp 53/udp 1/sctp',
    'FROM alpine\nEXPOSE 80',
    'FROM alpine\nEXPOSE 80/$PROTO',
    'FROM alpine\nEXPOSE $PORT/tcp',
    'FROM alpine\nLABEL port=80/TCP',
    'FROM alpine\nexpose 80/tcp',
  ],
  invalid: [
    {
      code: 'FROM alpine\nEXPOSE 80/TCP 53/Udp # x',
      finds: [
        ['capitals', 'TCP'],
        ['capitals', 'Udp'],
      ],
      fixed: 'FROM alpine\nEXPOSE 80/tcp 53/udp # x',
    },
    {
      code: 'FROM alpine\nEXPOSE $P/TCP "81/TCP"',
      finds: [['capitals', 'TCP']],
      fixed: 'FROM alpine\nEXPOSE $P/TCP "81/tcp"',
    },
    { code: 'FROM alpine\nENV P=80/TCP\nEXPOSE $P', finds: [['capitals', '$P']], fixed: null },
  ],
});
