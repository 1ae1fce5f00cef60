import rule from '../../../src/rules/runtime/unknown-stopsignal.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM alpine\nSTOPSIGNAL SIGTERM',
    'FROM alpine\nSTOPSIGNAL quit',
    'FROM alpine\nSTOPSIGNAL SIGWINCH',
    'FROM alpine\nSTOPSIGNAL 15',
    // What systemd wants.
    'FROM alpine\nSTOPSIGNAL SIGRTMIN+3',
    'FROM alpine\nSTOPSIGNAL RTMAX-1',
    'FROM alpine\nARG SIGNAL\nSTOPSIGNAL $SIGNAL',
    'FROM alpine\nSTOPSIGNAL',
  ],
  invalid: [
    {
      code: 'FROM alpine\nSTOPSIGNAL SIGTREM',
      finds: [['unknown', 'SIGTREM']],
      says: ['`SIGTREM` is no signal that Docker knows, so the build ends here.'],
    },
    { code: 'FROM alpine\nSTOPSIGNAL 0', finds: [['unknown', '0']] },
    { code: 'FROM alpine\nSTOPSIGNAL SIGRTMIN+16', finds: [['unknown', 'SIGRTMIN+16']] },
    { code: 'FROM alpine\nENV S=GRACEFUL\nSTOPSIGNAL $S', finds: [['unknown', '$S']] },
  ],
});
