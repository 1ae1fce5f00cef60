import rule from '../../../src/rules/cache/chmod-chown-layer.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM debian:13\nCOPY --chmod=755 run.sh /run.sh\nCMD ["/run.sh"]',
    'FROM debian:13\nCOPY run.sh /run.sh\nRUN chmod +x /other.sh',
    'FROM debian:13\nRUN chmod +x /run.sh\nCOPY run.sh /run.sh',
    'FROM debian:13\nCOPY torrc /etc/tor/\nRUN chown -R tor /etc/tor',
    'FROM debian:13\nCOPY run.sh /run.sh\nRUN chmod +x "$SCRIPT"',
    'FROM debian:13\nCOPY run.sh /run.sh\nRUN cd /srv && chmod +x run.sh',
    'FROM debian:13\nCOPY *.sh /\nRUN chmod +x /run.sh',
    'FROM debian:13 AS build\nCOPY run.sh /run.sh\nRUN chmod +x /run.sh && /run.sh\nFROM debian:13\nCOPY --from=build /out /out',
    'FROM debian:13\nWORKDIR /srv\nCOPY . .\nRUN chmod g+w . && chmod 775 /srv',
    'FROM debian:13\nCOPY --from=acme/conda:1 /opt/conda /opt/conda\nRUN chmod =2775 /opt/conda',
    'FROM debian:13\nCOPY run.sh /run.sh\nRUN chmod +x /run.sh && sed -i "s/a/b/" /run.sh',
    'FROM debian:13\nCOPY run.sh /run.sh\nRUN if true; then chmod +x /run.sh; fi',
  ],
  invalid: [
    {
      code: 'FROM debian:13\nCOPY run.sh /run.sh\nRUN chmod +x /run.sh\nCMD ["/run.sh"]',
      finds: [['again', 'chmod +x /run.sh']],
      says: ['`chmod +x /run.sh` writes what line 2 copied a second time, into another layer.'],
      fixed: 'FROM debian:13\nCOPY --chmod=755 run.sh /run.sh\nCMD ["/run.sh"]',
    },
    {
      code: 'FROM debian:13\r\nWORKDIR /srv\r\ncopy --link a.sh b.sh ./\r\nRUN apt-get update \\\r\n && chmod 0700 a.sh b.sh \\\r\n && apt-get install -y curl',
      finds: [['again', 'chmod 0700 a.sh b.sh']],
      fixed:
        'FROM debian:13\r\nWORKDIR /srv\r\ncopy --link --chmod=0700 a.sh b.sh ./\r\nRUN apt-get update \\\r\n && apt-get install -y curl',
    },
    {
      code: 'FROM debian:13\nCOPY a.sh b.sh /bin/\nRUN chmod +x /bin/a.sh',
      finds: [['again', 'chmod +x /bin/a.sh']],
      fixed: null,
    },
    {
      code: 'FROM node:22\nCOPY server.js /srv/\nRUN chown node:node /srv/server.js',
      finds: [['again', 'chown node:node /srv/server.js']],
      fixed: 'FROM node:22\nCOPY --chown=node:node server.js /srv/',
    },
    {
      code: 'FROM node:22\nCOPY server.js /srv/\nRUN chown node /srv/server.js',
      finds: [['again', 'chown node /srv/server.js']],
      fixed: 'FROM node:22\nCOPY --chown=node:root server.js /srv/',
    },
    {
      code: 'FROM node:22\nWORKDIR /app\nCOPY . .\nRUN chown -R node:node /app && chmod -R 755 /app\nUSER node',
      finds: [['again', 'chown -R node:node /app']],
      fixed: null,
      fixedUnsafely: 'FROM node:22\nWORKDIR /app\nCOPY --chown=node:node --chmod=755 . .\nUSER node',
    },
    {
      code: 'FROM node:22\nWORKDIR /app\nCOPY . .\nRUN npm ci && chown -R node:node /app',
      finds: [['again', 'chown -R node:node /app']],
      fixed: null,
    },
    {
      code: 'FROM debian:13\nCOPY . /app\nRUN useradd app && chown -R app:app /app',
      finds: [['again', 'chown -R app:app /app']],
      fixed: null,
    },
    {
      code: 'FROM debian:13\nADD https://example.org/tini /usr/bin/tini\nRUN chmod +x /usr/bin/tini',
      finds: [['again', 'chmod +x /usr/bin/tini']],
      fixed: null,
      fixedUnsafely: 'FROM debian:13\nADD --chmod=755 https://example.org/tini /usr/bin/tini',
    },
    {
      code: 'FROM debian:13\nCOPY <<EOF /run.sh\n#!/bin/sh\nEOF\nRUN chmod 755 /run.sh',
      finds: [['again', 'chmod 755 /run.sh']],
      fixed: 'FROM debian:13\nCOPY --chmod=755 <<EOF /run.sh\n#!/bin/sh\nEOF',
    },
    {
      code: 'FROM debian:13\nCOPY run.sh /run.sh\nRUN chmod +x /run.sh || true',
      finds: [['again', 'chmod +x /run.sh']],
      fixed: null,
    },
  ],
});
