import rule from '../../../src/rules/reproducibility/apk-unpinned.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM alpine\nRUN apk add --no-cache curl=8.14.1-r2',
    "FROM alpine\nRUN apk add --no-cache 'curl~8.14' 'git>2'",
    'FROM alpine\nRUN apk add --no-cache ./x.apk',
    'FROM alpine\nARG V\nRUN apk add curl=${V}',
    'FROM alpine\nARG PACKAGES\nRUN apk add $PACKAGES',
    'FROM alpine\nRUN apk add -t .deps curl=8',
    'FROM alpine\nRUN apk del .deps',
    { code: 'FROM alpine\nRUN apk --no-cache add git=1 curl', options: { allow: ['*'] } },
  ],
  invalid: [
    {
      code: 'FROM alpine\nRUN apk --no-cache add git=1 curl',
      finds: [['unpinned', 'apk --no-cache add']],
      says: ['No version is named for `curl`: the same Dockerfile installs another one on another day.'],
    },
    {
      code: 'FROM alpine\nRUN apk add --no-cache $NAME',
      options: { variables: true },
      finds: [['unpinned', 'apk add']],
    },
  ],
});
