import rule from '../../../src/rules/security/world-writable.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM alpine\nRUN mkdir -p /var/run/postgresql && chmod 2777 /var/run/postgresql\nCMD ["app"]',
    'FROM debian:13\nRUN d="$(mktemp -d)" && chmod 777 "$d" && apt-get source nginx \\\n && if [ -n "$d" ]; then rm -rf "$d"; fi\nCMD ["app"]',
    'FROM alpine\nRUN mkfifo /var/spool/mail/trigger && chmod 0622 /var/spool/mail/trigger\nCMD ["app"]',
    'FROM alpine\nRUN chmod 755 /app && chmod -R g+w /data && chmod +x /run.sh',
    'FROM alpine\nRUN chmod 1777 /tmp && chmod a+rwxt /var/tmp && mkdir -m 1777 /scratch',
    'FROM alpine\nRUN chmod -R g=u /app',
    'FROM alpine\nRUN chmod o-w /etc/x && chmod go-rwx /k && chmod +w /x',
    'FROM alpine\nRUN chmod $MODE /app',
    'FROM alpine AS build\nRUN chmod 777 /src\nFROM alpine\nCOPY --from=build /a /a',
    'FROM alpine\nCOPY --chmod=0755 a /a\nCOPY --chmod=$MODE b /b',
    'FROM alpine\nRUN echo chmod 777 /app',
    'FROM alpine\nRUN chmod --reference=/a /b',
    'FROM alpine\nRUN chmod -R a+w /usr/local/cargo',
    'FROM python:3.13\nRUN chmod 777 /data',
  ],
  invalid: [
    {
      code: 'FROM alpine\nRUN mkdir /data \\\n && chmod -R 777 /data\nCMD ["app"]',
      finds: [['writable', '777']],
      says: ['Mode `777` lets every account write to `/data`, so that whoever gets in may change what others run.'],
    },
    { code: 'FROM alpine\nRUN chmod u=rwx,o+w /etc/passwd\nCMD ["app"]', finds: [['writable', 'u=rwx,o+w']] },
    { code: 'FROM alpine\nRUN chmod 0666 a b\nCMD ["app"]', finds: [['writable', '0666']] },
    { code: 'FROM alpine\nRUN chmod a+rw -R /data\nCMD ["app"]', finds: [['writable', 'a+rw']] },
    { code: 'FROM alpine\nCOPY --chmod=777 a /a\nCMD ["app"]', finds: [['writable', '777']] },
    {
      code: 'FROM alpine\nRUN mkdir -pm 777 /d && install -m777 a /b\nCMD ["app"]',
      finds: [
        ['writable', '777'],
        ['writable', '-m777'],
      ],
    },
    { code: 'FROM alpine\nRUN find /d -type d -exec chmod a+w {} +\nCMD ["app"]', finds: [['writable', 'a+w']] },
  ],
});
