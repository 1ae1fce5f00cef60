import rule from '../../../src/rules/correctness/workdir-system.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM alpine\nWORKDIR /app',
    'FROM nginx:1.29\nWORKDIR /etc/nginx',
    'FROM alpine\nWORKDIR /usr/local/bin',
    'FROM alpine\nWORKDIR /usr/src/app',
    'FROM alpine\nWORKDIR /var/www/html',
    'FROM alpine\nWORKDIR /root',
    'FROM alpine\nWORKDIR /develop',
    'FROM alpine\nWORKDIR $DIR/proc',
    'FROM alpine\nWORKDIR proc',
    'FROM alpine\nWORKDIR /',
  ],
  invalid: [
    { code: 'FROM alpine\nWORKDIR /proc/self', finds: [['mounted', '/proc/self']] },
    { code: 'FROM alpine\nWORKDIR /dev', finds: [['mounted', '/dev']] },
    { code: 'FROM alpine\nWORKDIR /usr/bin/', finds: [['system', '/usr/bin/']] },
    { code: 'FROM alpine\nENV D=/app/../etc\nWORKDIR "$D"', finds: [['system', '"$D"']] },
  ],
});
