import rule from '../../../src/rules/cache/volatile-arg-early.ts';
import { testRule } from '../../support/rule-tester.ts';

const APT = 'RUN apt-get update && apt-get install -y curl';

testRule(rule, {
  valid: [
    `FROM debian:13\n${APT}\nARG GIT_SHA\nRUN make`,
    `FROM debian:13\nARG GIT_SHA\nRUN make\n${APT}`,
    `FROM debian:13\nARG VERSION=1.2.3\n${APT}\nRUN echo $VERSION`,
    `ARG VERSION=1.2.3\nFROM debian:13\nARG VERSION\n${APT}\nRUN echo $VERSION`,
    `FROM debian:13\nARG NODE_VERSION\n${APT}\nRUN echo $NODE_VERSION`,
    `FROM debian:13\nARG NODE_SHA256\n${APT}\nRUN echo $NODE_SHA256`,
    `FROM debian:13\nARG CACHEBUST\n${APT}`,
    'FROM debian:13\nARG VERSION\nRUN curl -fsSL https://example.org/$VERSION.tar.gz | tar xz',
    `FROM debian:13\nARG GIT_SHA\nLABEL revision=$GIT_SHA\n${APT}`,
    `FROM debian:13\nCOPY . .\nARG GIT_SHA\n${APT}\nRUN echo $GIT_SHA`,
    `FROM debian:13\nARG GIT_SHA\nRUN mkdir /app\nRUN echo $GIT_SHA`,
    `FROM debian:13\nARG GIT_SHA\nRUN bash -c "$SCRIPT"\n${APT}`,
  ],
  invalid: [
    {
      code: `FROM debian:13\nARG GIT_SHA\n${APT}\nRUN make VERSION=$GIT_SHA`,
      finds: [['early', 'GIT_SHA']],
      says: [
        '`GIT_SHA` is another with each build, and `apt-get install` in line 3, which does not use it, is built anew with it.',
      ],
      fixed: `FROM debian:13\n${APT}\nARG GIT_SHA\nRUN make VERSION=$GIT_SHA`,
    },
    {
      code: `FROM debian:13\r\n\r\n# Given by CI.\r\narg BUILD_DATE=unknown\r\narg VERSION=dev\r\n\r\n${APT}\r\n# Says who.\r\nLABEL date=$BUILD_DATE v=$VERSION`,
      finds: [
        ['early', 'BUILD_DATE'],
        ['early', 'VERSION'],
      ],
      fixed: `FROM debian:13\r\n\r\n${APT}\r\n# Given by CI.\r\narg BUILD_DATE=unknown\r\narg VERSION=dev\r\n# Says who.\r\nLABEL date=$BUILD_DATE v=$VERSION`,
    },
    {
      code: `FROM debian:13\nARG GIT_SHA\n${APT}\nRUN make`,
      finds: [['early', 'GIT_SHA']],
      fixed: `FROM debian:13\n${APT}\nARG GIT_SHA\nRUN make`,
    },
    {
      code: 'FROM node:22\nARG GIT_SHA\nCOPY package.json .\nRUN npm ci\nENV SHA=$GIT_SHA',
      finds: [['early', 'GIT_SHA']],
      fixed: null,
      fixedUnsafely: 'FROM node:22\nCOPY package.json .\nRUN npm ci\nARG GIT_SHA\nENV SHA=$GIT_SHA',
    },
    { code: `FROM debian:13\nARG GIT_SHA\n${APT}`, finds: [['early', 'GIT_SHA']], fixed: null },
    {
      code: `FROM debian:13\nARG GIT_SHA A=b\n${APT}\nENV SHA=$GIT_SHA`,
      finds: [['early', 'GIT_SHA']],
      fixed: null,
    },
  ],
});
