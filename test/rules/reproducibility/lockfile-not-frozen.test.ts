import rule from '../../../src/rules/reproducibility/lockfile-not-frozen.ts';
import { testRule } from '../../support/rule-tester.ts';

const manifest = '{"dependencies":{"a":"^1.0.0"}}';
const yarn = { 'package.json': manifest, 'yarn.lock': '# yarn lockfile v1\n\na@^1.0.0:\n  version "1.2.0"\n' };
const berry = {
  'package.json': manifest,
  'yarn.lock': '__metadata:\n  version: 8\n\n"a@npm:^1.0.0":\n  version: 1.2.0\n',
};
const start = 'FROM node\nWORKDIR /app\nCOPY . .\nRUN ';

testRule(rule, {
  valid: [
    { code: `${start}yarn install --frozen-lockfile`, context: yarn },
    { code: `${start}yarn --immutable`, context: berry },
    { code: `${start}yarn build`, context: yarn },
    { code: `${start}yarn install --pure-lockfile`, context: yarn },
    { code: `${start}yarn add b && yarn install`, context: yarn },
    { code: `${start}CI=1 yarn install`, context: berry },
    { code: 'FROM node\nENV CI=true\nWORKDIR /app\nCOPY . .\nRUN yarn', context: berry },
    { code: `${start}yarn`, context: { ...berry, '.yarnrc.yml': 'enableImmutableInstalls: true\n' } },
    { code: `${start}yarn`, context: { 'package.json': manifest } },
    { code: `${start}yarn config set enableImmutableInstalls true && yarn`, context: berry },
    'FROM node\nWORKDIR /app\nCOPY package.json ./\nRUN yarn install',
    'FROM node\nWORKDIR /app\nCOPY pnpm-lock.yaml package.json ./\nRUN pnpm install --no-frozen-lockfile',
    'FROM node\nWORKDIR /app\nCOPY pnpm-lock.yaml ./\nRUN pnpm fetch\nCOPY package.json .\nRUN pnpm install --offline',
    'FROM python\nWORKDIR /app\nCOPY uv.lock pyproject.toml ./\nENV UV_FROZEN=1\nRUN uv sync',
    'FROM ruby\nWORKDIR /app\nCOPY Gemfile Gemfile.lock ./\nRUN bundle config set --local deployment true && bundle install',
    'FROM ruby\nENV BUNDLE_DEPLOYMENT=1\nWORKDIR /app\nCOPY Gemfile Gemfile.lock ./\nRUN bundle install',
    'FROM python\nWORKDIR /app\nCOPY poetry.lock pyproject.toml ./\nRUN poetry install',
  ],
  invalid: [
    {
      code: `${start}yarn install --production && yarn build`,
      context: yarn,
      finds: [['notFrozen', 'yarn install']],
      says: [
        '`yarn install` installs other versions than yarn.lock has, where that does not fit the manifest any more.',
      ],
      fixed: `${start}yarn install --frozen-lockfile --production && yarn build`,
    },
    {
      code: `${start}yarn`,
      context: berry,
      finds: [['notFrozen', 'yarn']],
      fixed: `${start}yarn --immutable`,
    },
    {
      code: `${start}yarn`,
      context: { ...yarn, 'package.json': '{"dependencies":{"a":"^2.0.0"}}' },
      finds: [['notFrozen', 'yarn']],
      fixed: null,
      fixedUnsafely: `${start}yarn --frozen-lockfile`,
    },
    {
      code: `${start}pnpm i`,
      context: {
        'package.json': manifest,
        'pnpm-lock.yaml':
          "lockfileVersion: '9.0'\nimporters:\n  .:\n    dependencies:\n      a:\n        specifier: ^1.0.0\n        version: 1.2.0\n",
      },
      finds: [['notFrozen', 'pnpm i']],
      fixed: `${start}pnpm i --frozen-lockfile`,
    },
    {
      code: 'FROM python\nWORKDIR /app\nCOPY uv.lock pyproject.toml ./\nRUN uv sync --no-dev',
      finds: [['notFrozen', 'uv sync']],
      fixed: null,
      fixedUnsafely: 'FROM python\nWORKDIR /app\nCOPY uv.lock pyproject.toml ./\nRUN uv sync --locked --no-dev',
    },
    {
      code: 'FROM ruby\nWORKDIR /app\nCOPY Gemfile Gemfile.lock ./\nRUN bundle install',
      finds: [['notFrozen', 'bundle install']],
      fixed: null,
    },
  ],
});
