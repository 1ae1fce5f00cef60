import rule from '../../../src/rules/correctness/user-never-used.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM debian:13\nRUN useradd app\nUSER app\nCMD ["/app"]',
    'FROM debian:13\nRUN useradd -u 1001 app\nUSER 1001\nCMD ["/app"]',
    'FROM debian:13\nRUN useradd app && apt-get install -y gosu\nCMD ["/app"]',
    'FROM debian:13\nRUN useradd app\nENTRYPOINT ["docker-entrypoint.sh"]\nCMD ["/app"]',
    'FROM debian:13\nRUN useradd app\nCMD ["su", "app", "-c", "/app"]',
    'FROM debian:13\nRUN useradd app\nENV RUN_AS=app\nCMD ["/app"]',
    'FROM debian:13\nRUN adduser --system nginx\nCMD ["nginx", "-g", "daemon off;"]',
    'FROM debian:13\nRUN groupadd app\nCMD ["/app"]',
    'FROM debian:13 AS build\nRUN useradd app\nFROM scratch\nCOPY --from=build /a /a\nCMD ["/a"]',
    'FROM acme/base\nRUN useradd app\nCMD ["/app"]',
    'FROM debian:13\nRUN useradd builder && runuser -u builder make\nCMD ["/app"]',
    'FROM debian:13\nRUN useradd app',
    'FROM debian:13\nRUN useradd -d /var/empty -s /sbin/nologin smtpq && useradd _smtpd\nCMD ["smtpd", "-d"]',
    'FROM debian:13\nRUN useradd mail2 && ./configure && make && make install\nCMD ["mailer"]',
    'FROM debian:13\nRUN useradd vscode\nCMD ["/app"]',
    {
      code: 'FROM debian:13\nRUN useradd app\nCOPY start.sh /\nCMD ["/start.sh"]',
      context: { 'start.sh': '#!/bin/sh\nexec setpriv --reuid app /app' },
    },
  ],
  invalid: [
    {
      code: 'FROM node:24\nRUN groupadd -r app && useradd -r -g app app\nCOPY --chown=app:app . /app\nRUN chown -R app /app\nCMD ["node", "/app/x.js"]',
      finds: [['unused', 'app']],
      says: ['`app` is made here and nothing runs as it: no USER names it, so that the container runs as root.'],
    },
    {
      code: 'FROM alpine:3.22\nRUN adduser -D worker\nCOPY start.sh /\nENTRYPOINT ["/start.sh"]',
      context: { 'start.sh': '#!/bin/sh\nexec /app' },
      finds: [['unused', 'worker']],
    },
  ],
});
