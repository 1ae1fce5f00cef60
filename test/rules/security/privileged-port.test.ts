import rule from '../../../src/rules/security/privileged-port.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM alpine\nEXPOSE 80',
    'FROM alpine\nUSER 1000\nEXPOSE 8080',
    'FROM alpine\nUSER root\nEXPOSE 80',
    'FROM alpine\nUSER 1000\nUSER 0\nEXPOSE 80',
    'FROM alpine\nUSER $USER\nEXPOSE 80',
    'FROM acme/base\nEXPOSE 80',
    'FROM node\nRUN setcap cap_net_bind_service=+ep /usr/local/bin/node\nUSER node\nEXPOSE 80',
    'FROM alpine AS a\nUSER 1000\nEXPOSE 80\nFROM alpine\nCOPY --from=a /a /a',
  ],
  invalid: [
    {
      code: 'FROM node:24\nEXPOSE 80 8443 443/tcp\nUSER node',
      finds: [
        ['privileged', '80'],
        ['privileged', '443/tcp'],
      ],
      says: [
        'Port 80 takes root or a capability to open outside Docker’s own network settings, and the container runs as `node`.',
        'Port 443 takes root or a capability to open outside Docker’s own network settings, and the container runs as `node`.',
      ],
    },
    { code: 'FROM gcr.io/distroless/static:nonroot\nEXPOSE 53/udp', finds: [['privileged', '53/udp']] },
  ],
});
