import rule from '../../../src/rules/stages/final-stage-is-builder.ts';
import { testRule } from '../../support/rule-tester.ts';

const PROD = 'FROM alpine AS production\nCMD ["app"]\n';

testRule(rule, {
  valid: [
    'FROM alpine AS test\nRUN make test\nFROM alpine AS production\nCMD ["app"]',
    `${PROD}FROM production AS prod-eu\nENV REGION=eu`,
    `${PROD}FROM alpine\nRUN make test`,
    // Which one is wanted is said elsewhere.
    { code: `${PROD}FROM alpine AS test\nRUN make test`, targets: ['production'] },
    // The whole file is for development.
    'FROM node:24 AS builder\nCMD ["ng", "serve"]\nFROM builder AS dev-envs\nCMD ["ng", "serve"]',
    'FROM alpine AS app\nRUN make\nFROM alpine AS test\nCOPY --from=app /x /y',
    'FROM alpine AS dev',
  ],
  invalid: [
    {
      code: `${PROD}FROM production AS test\nRUN make test`,
      finds: [['last', 'test']],
      says: [
        '`test` is the last stage, so that `docker build` without `--target` makes that image and not `production` (line 1).',
      ],
    },
    {
      code: 'FROM alpine AS base\nfrom base as Runtime\nENTRYPOINT ["app"]\nfrom base as Dev\nRUN apk add git',
      finds: [['last', 'Dev']],
    },
  ],
});
