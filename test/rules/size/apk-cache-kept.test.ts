import rule from '../../../src/rules/size/apk-cache-kept.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM alpine\nRUN apk add --no-cache git',
    'FROM alpine\nRUN apk --no-cache add git',
    'FROM alpine\nRUN apk update && apk add git && rm -rf /var/cache/apk/*',
    'FROM alpine\nRUN apk add -U git; rm -r /var/cache/apk',
    'FROM alpine\nRUN --mount=type=cache,target=/var/cache/apk apk add git',
    'FROM alpine\nRUN --mount=type=cache,target=/etc/apk/cache --mount=type=tmpfs,target=/var/cache apk update && apk add git',
    'FROM alpine\nRUN apk add --no-network --virtual .run-deps $list',
    'FROM alpine AS build\nRUN apk add gcc\nFROM scratch\nCOPY --from=build /x /x',
    'FROM alpine\nRUN apk del git && apk info -v',
    'FROM alpine\nRUN apk update',
  ],
  invalid: [
    {
      code: 'FROM alpine\nRUN apk add git',
      finds: [['add', 'apk add']],
      says: ['`apk add` without `--no-cache` leaves the package index in the layer.'],
      fixed: 'FROM alpine\nRUN apk add --no-cache git',
    },
    {
      code: 'FROM alpine\nRUN apk update && apk add git \\\n  && apk add \\\n  less && apk del git',
      finds: [['add', 'apk add']],
      fixed: 'FROM alpine\nRUN apk add --no-cache git \\\n  && apk add --no-cache \\\n  less && apk del git',
    },
    {
      code: 'FROM alpine\nRUN <<EOF\napk update\napk add git\nEOF',
      finds: [['add', 'apk add']],
      fixed: 'FROM alpine\nRUN <<EOF\napk add --no-cache git\nEOF',
    },
    // Others read the index: it has to be there until the end.
    {
      code: 'FROM alpine\nRUN apk update && apk upgrade && apk add git',
      finds: [['add', 'apk add']],
      fixed: 'FROM alpine\nRUN apk update && apk upgrade && apk add git && rm -rf /var/cache/apk/*',
    },
    {
      code: 'FROM alpine\nRUN apk update && ./install.sh && apk add git',
      finds: [['add', 'apk add']],
      fixed: 'FROM alpine\nRUN apk update && ./install.sh && apk add git && rm -rf /var/cache/apk/*',
    },
    {
      code: 'FROM alpine\nRUN apk update && apk add --no-cache git',
      finds: [['update', 'apk update']],
      says: ['`apk update` leaves the package index in the layer, and `apk add --no-cache` does not read it.'],
      fixed: 'FROM alpine\nRUN apk add --no-cache git',
    },
    // First the later one, which reads the index of the first.
    {
      code: 'FROM alpine\nRUN apk update && apk add git\nRUN apk add less',
      finds: [
        ['add', 'apk add'],
        ['add', 'apk add'],
      ],
      fixed: 'FROM alpine\nRUN apk add --no-cache git\nRUN apk add --no-cache less',
    },
    // A script may read it.
    {
      code: 'FROM alpine\nRUN apk add git\nRUN ./setup.sh',
      finds: [['add', 'apk add']],
      fixed: null,
      fixedUnsafely: 'FROM alpine\nRUN apk add --no-cache git\nRUN ./setup.sh',
    },
    {
      code: 'FROM alpine\nRUN apk add git && rm -rf /var/cache/apk/*',
      options: { cleaned: true },
      finds: [['add', 'apk add']],
      fixed: 'FROM alpine\nRUN apk add --no-cache git && rm -rf /var/cache/apk/*',
    },
  ],
});
