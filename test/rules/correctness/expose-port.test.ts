import rule from '../../../src/rules/correctness/expose-port.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM alpine\nEXPOSE 80 443/tcp 53/udp',
    'FROM alpine\nEXPOSE 8000-8010',
    'FROM alpine\nEXPOSE $PORT',
    'FROM alpine\nARG PORT=80\nEXPOSE ${PORT}/tcp',
    'FROM alpine\nEXPOSE 0 65535',
    'FROM alpine\nEXPOSE 80/TCP',
    'FROM alpine\nONBUILD EXPOSE 8080:80',
  ],
  invalid: [
    { code: 'FROM alpine\nEXPOSE 80 70000', finds: [['noPort', '70000']] },
    { code: 'FROM alpine\nEXPOSE http', finds: [['noPort', 'http']] },
    {
      code: 'FROM alpine\nEXPOSE 8080:80 127.0.0.1:81:81/udp',
      finds: [
        ['hostMapping', '8080:80'],
        ['hostMapping', '127.0.0.1:81:81/udp'],
      ],
    },
    { code: 'FROM alpine\nENV P=1:2\nEXPOSE 80 $P', finds: [['hostMapping', '$P']] },
  ],
});
