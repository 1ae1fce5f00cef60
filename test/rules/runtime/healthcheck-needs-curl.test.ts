import rule from '../../../src/rules/runtime/healthcheck-needs-curl.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM node:24-slim\nRUN apt-get update && apt-get install -y curl\nHEALTHCHECK CMD curl -f http://localhost/',
    'FROM node:24-alpine\nHEALTHCHECK CMD wget -qO- http://localhost/ || exit 1',
    'FROM node:24\nHEALTHCHECK CMD curl -f http://localhost/ || exit 1',
    // Either will do.
    'FROM node:24-alpine\nHEALTHCHECK CMD curl -f http://localhost/ || wget -q http://localhost/',
    // Bases that are not known, and programs that come from elsewhere.
    'FROM example.org/app\nHEALTHCHECK CMD curl -f http://localhost/',
    'FROM node:24-slim\nCOPY --from=tools /usr/bin/curl /usr/bin/\nHEALTHCHECK CMD curl -f http://localhost/',
    'FROM node:24-slim\nRUN ./install-tools.sh\nHEALTHCHECK CMD curl -f http://localhost/',
    'FROM python:3.13-slim\nHEALTHCHECK CMD python -c "import urllib.request as r; r.urlopen(\'http://localhost/\')"',
    'FROM node:24-slim\nHEALTHCHECK NONE',
    'FROM node:24-slim AS a\nHEALTHCHECK CMD curl localhost\n\nFROM node:24-slim\nCOPY --from=a /a /a',
  ],
  invalid: [
    {
      code: 'FROM python:3.13-slim\nHEALTHCHECK --interval=5s CMD curl -f http://localhost/ || exit 1',
      finds: [['missing', 'curl']],
      says: [
        'The health check calls `curl`, which the base image lacks and nothing here installs: the container is never healthy.',
      ],
    },
    {
      code: 'FROM node:24-slim\nHEALTHCHECK CMD ["wget", "-q", "--spider", "http://localhost/"]',
      finds: [['missing', '"wget"']],
    },
    {
      code: 'FROM node:24-alpine AS a\n\nFROM a\nHEALTHCHECK CMD ["sh", "-c", "curl -f localhost"]',
      finds: [['missing', 'curl']],
    },
    {
      code: 'FROM gcr.io/distroless/nodejs24-debian12\nHEALTHCHECK CMD ["curl", "-f", "http://localhost/"]',
      finds: [['missing', '"curl"']],
    },
  ],
});
