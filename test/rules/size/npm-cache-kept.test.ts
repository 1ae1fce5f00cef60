import rule from '../../../src/rules/size/npm-cache-kept.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM node\nRUN npm ci && npm cache clean --force',
    'FROM node\nRUN npm ci && rm -rf /root/.npm',
    'FROM node\nRUN printf "yarn $(yarn -v), npm $(npm --version)"',
    'FROM node\nUSER node\nRUN npm ci && rm -rf /home/node/.npm/_cacache',
    'FROM node\nRUN --mount=type=cache,target=/root/.npm npm ci',
    'FROM node\nENV npm_config_cache=/tmp/npm\nRUN npm ci',
    'FROM node\nRUN npm ci --cache /tmp/npm',
    'FROM node AS build\nRUN npm ci\nFROM node\nCOPY --from=build /app /app',
    'FROM node\nRUN pnpm install && bun install',
    'FROM node\nRUN npm run build && npm uninstall -g x',
    'FROM node\nRUN yarn install && yarn cache clean',
    'FROM node\nRUN --mount=type=cache,target=/root/.cache/yarn yarn install',
    'FROM node\nRUN --mount=type=cache,target=/usr/local/share/.cache/yarn yarn install',
    'FROM node\nRUN --mount=type=cache,target=/usr/local/share/.cache/yarn/v6 yarn install',
    'FROM node\nRUN yarn install && rm -rf $(yarn cache dir)',
    'FROM node\nRUN npm ci && rm -rf "$(npm config get cache)"',
    'FROM node\nRUN yarn install --immutable',
    'FROM node\nCOPY package.json yarn.lock .yarnrc.yml ./\nRUN yarn install',
    { code: 'FROM node\nRUN yarn install', context: { '.yarnrc.yml': 'nodeLinker: pnp' } },
    { code: 'FROM node\nRUN yarn', context: { 'package.json': '{"packageManager":"yarn@4.5.0"}' } },
  ],
  invalid: [
    {
      code: 'FROM node\nRUN npm ci --omit=dev',
      finds: [['npm', 'npm ci']],
      says: ['`npm ci` leaves every archive that it downloads in the cache of npm, and with it in the layer.'],
      fixed: 'FROM node\nRUN npm ci --omit=dev && npm cache clean --force',
    },
    {
      code: 'FROM node\nRUN npm install -g serve \\\n && npm i',
      finds: [['npm', 'npm install']],
      fixed: 'FROM node\nRUN npm install -g serve \\\n && npm i \\\n && npm cache clean --force',
    },
    {
      code: 'FROM node\nRUN yarn install --frozen-lockfile',
      finds: [['yarn', 'yarn install']],
      says: ['`yarn install` leaves every package that it downloads in the cache of Yarn, and with it in the layer.'],
      fixed: 'FROM node\nRUN yarn install --frozen-lockfile && yarn cache clean',
    },
    {
      code: 'FROM node\nRUN yarn install --frozen-lockfile && npm cache clean --force && echo $(yarn cache dir)',
      finds: [['yarn', 'yarn install']],
      fixed:
        'FROM node\nRUN yarn install --frozen-lockfile && npm cache clean --force && echo $(yarn cache dir) && yarn cache clean',
    },
    {
      code: 'FROM node\nRUN yarn',
      finds: [['yarnToo', 'yarn']],
      fixed: null,
      fixedUnsafely: 'FROM node\nRUN yarn && yarn cache clean',
    },
    // npm may be gone by then.
    {
      code: 'FROM alpine\nRUN apk add --no-cache npm && npm ci && apk del npm',
      finds: [['npm', 'npm ci']],
      fixed: null,
    },
    {
      code: 'FROM node\nRUN su node -c "npm ci"',
      finds: [['npm', 'npm ci']],
      fixed: null,
    },
  ],
});
