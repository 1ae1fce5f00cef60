import rule from '../../../src/rules/size/docs-and-man-kept.ts';
import { testRule } from '../../support/rule-tester.ts';

const TEN = 'a b c d e f g h i j';

testRule(rule, {
  valid: [
    'FROM debian:13\nRUN apt-get install -y a b c',
    `FROM debian:13-slim\nRUN apt-get install -y ${TEN}`,
    `FROM ubuntu:24.04\nRUN apt-get install -y ${TEN}`,
    `FROM alpine\nRUN apk add ${TEN}`,
    `FROM acme/base\nRUN apt-get install -y ${TEN}`,
    `FROM debian:13\nRUN apt-get install -y ${TEN} && rm -rf /usr/share/{doc,man}`,
    `FROM debian:13\nRUN echo 'path-exclude /usr/share/doc/*' > /etc/dpkg/dpkg.cfg.d/x\nRUN apt-get install -y ${TEN}`,
    `FROM debian:13 AS build\nRUN apt-get install -y ${TEN}\nFROM scratch\nCOPY --from=build /x /x`,
  ],
  invalid: [
    {
      code: `FROM python:3.13-trixie\nRUN apt-get update && apt-get install -y ${TEN} && rm -rf /var/lib/apt/lists/*`,
      finds: [['kept', 'apt-get install']],
      says: ['These 10 packages bring their manuals and documentation, which nothing in a container reads.'],
      fixed: null,
      fixedUnsafely: `FROM python:3.13-trixie\nRUN apt-get update && apt-get install -y ${TEN} && rm -rf /var/lib/apt/lists/* && rm -rf /usr/share/doc/* /usr/share/man/*`,
    },
    {
      code: 'FROM debian\nRUN apt-get install -y a b \\\n  c\n',
      options: { min: 3 },
      finds: [['kept', 'apt-get install']],
      fixed: null,
      fixedUnsafely:
        'FROM debian\nRUN apt-get install -y a b \\\n  c \\\n  && rm -rf /usr/share/doc/* /usr/share/man/*\n',
    },
  ],
});
