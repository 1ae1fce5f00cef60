import rule from '../../../src/rules/cache/apt-update-alone.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    "FROM debian:13\nRUN echo 'deb https://example.org/apt stable main' > /etc/apt/sources.list.d/x.list; apt-get update; apt-get dist-clean",
    'FROM debian:13\nRUN apt-get update && apt-get install -y curl',
    'FROM debian:13\nRUN apt-get update; apt-get -y upgrade',
    'FROM debian:13\nRUN apt-get update && ./install-dependencies.sh',
    'FROM debian:13\nRUN <<EOF\napt-get update\napt-get install -y curl\nEOF',
    'FROM alpine:3.22\nRUN apk update && apk add curl',
    'FROM alpine:3.22\nRUN apk add --no-cache curl',
    'FROM alpine:3.22\nRUN apk update && apk add --no-cache curl',
    'FROM debian:13\nRUN apt-get update\nRUN npx playwright install-deps',
    'FROM debian:13\nRUN if [ -n "$X" ]; then apt-get update; fi',
    'FROM fedora:43\nRUN dnf makecache\nRUN dnf install -y curl',
    'FROM debian:13\nRUN bash -c "apt-get update && apt-get install -y curl"',
  ],
  invalid: [
    {
      code: 'FROM debian:13\nRUN apt-get update\nRUN apt-get install -y curl',
      finds: [['stale', 'apt-get update']],
      says: [
        '`apt-get update` is a layer of its own, which the cache keeps: `apt-get install` in line 3 then asks for packages by an old index.',
      ],
      fixed: 'FROM debian:13\nRUN apt-get update && apt-get install -y curl',
    },
    {
      code: 'FROM debian:13\r\n# The index.\r\nrun apt-get -qq update\r\nENV A=b\r\nRUN set -ex; \\\r\n  apt-get install -y \\\r\n    curl\r\n',
      finds: [['stale', 'apt-get -qq update']],
      fixed:
        'FROM debian:13\r\n# The index.\r\nENV A=b\r\nRUN set -ex; \\\r\n  apt-get -qq update && apt-get install -y \\\r\n    curl\r\n',
    },
    {
      code: 'FROM debian:13\nRUN apt-get update\nRUN apt-get install -y a\nRUN apt-get install -y b',
      finds: [['stale', 'apt-get update']],
      fixed: 'FROM debian:13\nRUN apt-get update && apt-get install -y a\nRUN apt-get update && apt-get install -y b',
    },
    {
      code: 'FROM debian:13\nRUN apt-get update\nCOPY sources.list /etc/apt/\nRUN apt-get install -y a',
      finds: [['stale', 'apt-get update']],
      fixed: null,
      fixedUnsafely: 'FROM debian:13\nCOPY sources.list /etc/apt/\nRUN apt-get update && apt-get install -y a',
    },
    {
      code: 'FROM debian:13\nRUN sudo apt-get update\nUSER app\nRUN sudo apt-get install -y a',
      finds: [['stale', 'sudo apt-get update']],
      fixed: null,
    },
    {
      code: 'FROM debian:13\nRUN echo a && apt update\nRUN apt install -y a || true',
      finds: [['stale', 'apt update']],
      fixed: null,
    },
    {
      code: 'FROM debian:13\nRUN apt-get update\nRUN apt-get install -y a || true',
      finds: [['stale', 'apt-get update']],
      fixed: null,
    },
    {
      code: 'FROM debian:13 AS base\nRUN apt-get update\nFROM base\nRUN apt-get install -y a',
      finds: [['stale', 'apt-get update']],
      fixed: null,
    },
    {
      code: 'FROM alpine:3.22\nRUN apk update\nRUN apk add --no-cache curl',
      finds: [['unread', 'apk update']],
      fixed: null,
    },
    {
      code: 'FROM debian:13\nRUN apt-get update && rm -rf /var/lib/apt/lists/*\nRUN apt-get update && apt-get install -y a',
      finds: [['unread', 'apt-get update']],
      fixed: null,
    },
  ],
});
