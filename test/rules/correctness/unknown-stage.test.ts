import rule from '../../../src/rules/correctness/unknown-stage.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM golang:1.25 AS build\nFROM scratch\nCOPY --from=build /a /b',
    'FROM golang:1.25 AS Build\nFROM scratch\nCOPY --from=BUILD /a /b',
    'FROM golang:1.25\nFROM scratch\nCOPY --from=0 /a /b',
    'FROM alpine\nCOPY --from=ghcr.io/astral-sh/uv:0.9 /uv /bin/',
    'FROM alpine\nCOPY --from=ghcr.io/astral-sh/uv /uv /bin/',
    'FROM alpine\nCOPY --from=composer:2 /usr/bin/composer /usr/bin/',
    'FROM alpine\nCOPY --from=nginx /etc/nginx/mime.types /etc/nginx/',
    'FROM alpine\nCOPY --from=centos /a /b',
    'FROM alpine AS build\nFROM alpine\nRUN --mount=type=bind,from=build,target=/x ls',
    { code: 'FROM alpine\nCOPY --from=assets /a /b', namedContexts: ['assets'] },
    'FROM alpine AS base\nFROM my-local-image\nRUN a',
    'FROM alpine AS node\nFROM code:1',
    'FROM {{base}} AS {{name}}\nFROM alpine\nCOPY --from=installer /a /b',
    'FROM alpine\nONBUILD COPY --from=assets /a /b',
    // What comes later is forward-stage-reference's.
    'FROM alpine\nCOPY --from=later /a /b\nFROM alpine AS later',
  ],
  invalid: [
    {
      code: 'FROM golang:1.25 AS build\nFROM scratch\nCOPY --from=biuld /a /b',
      finds: [['unknown', 'biuld']],
      says: ['`biuld` is neither a stage nor an image that Docker Hub has; did you mean `build`?'],
    },
    {
      code: 'FROM scratch\nCOPY --from=builder /a /b',
      finds: [['unknown', 'builder']],
      says: [
        '`builder` is neither a stage nor an image that Docker Hub has: without `--build-context builder=…` the build fails.',
      ],
    },
    { code: 'FROM scratch\nCOPY --from=3 /a /b', finds: [['unknown', '3']] },
    {
      code: 'FROM alpine AS build\nFROM alpine\nRUN --mount=target=/x,from=buld ls',
      finds: [['unknownMount', 'buld']],
    },
    { code: 'FROM alpine AS runtime\nFROM runtme', finds: [['misspelt', 'runtme']] },
    {
      code: 'FROM alpine\nCOPY --from=nginx /a /b',
      options: { untaggedImages: false },
      finds: [['unknown', 'nginx']],
    },
  ],
});
