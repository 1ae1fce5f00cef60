import rule from '../../../src/rules/size/dev-dependencies-in-final.ts';
import { testRule } from '../../support/rule-tester.ts';

const NODE = 'FROM node:24\nWORKDIR /app\nCOPY package*.json ./\nRUN npm ci\nCOPY . .\nCMD ["node", "server.js"]';

function project(more: Readonly<Record<string, unknown>> = {}): Record<string, string> {
  return {
    'package.json': JSON.stringify({
      scripts: { start: 'node server.js', dev: 'nodemon server.js' },
      dependencies: { express: '5' },
      devDependencies: { jest: '30', nodemon: '3', typescript: '6' },
      ...more,
    }),
    'server.js': "require('express')();\n",
  };
}
const php = {
  'composer.json': '{ "require": { "slim/slim": "4" }, "require-dev": { "phpunit/phpunit": "12" } }',
  'index.php': '<?php\n',
};

testRule(rule, {
  valid: [
    // Without the manifest nothing is known.
    NODE,
    { code: NODE, context: {} },
    { code: NODE, context: project({ devDependencies: {} }) },
    { code: NODE.replace('npm ci', 'npm ci --omit=dev'), context: project() },
    { code: NODE.replace('npm ci', 'npm install --production'), context: project() },
    { code: NODE.replace('WORKDIR', 'ENV NODE_ENV=production\nWORKDIR'), context: project() },
    { code: NODE.replace('npm ci', 'NODE_ENV=production npm ci'), context: project() },
    { code: NODE.replace('npm ci', 'npm config set omit dev && npm ci'), context: project() },
    // Pruned later, or needed for the build.
    { code: NODE.replace('CMD', 'RUN npm prune --omit=dev\nCMD'), context: project() },
    { code: NODE.replace('CMD', 'RUN npm run build\nCMD'), context: project() },
    { code: NODE.replace('CMD', 'RUN npx something\nCMD'), context: project() },
    // Used by what is started, or by the source.
    { code: NODE.replace('["node", "server.js"]', '["npm", "run", "dev"]'), context: project() },
    { code: NODE.replace('"server.js"', '"-r", "typescript/register", "server.js"'), context: project() },
    { code: NODE.replace('["node", "server.js"]', '["./start.sh"]'), context: project() },
    { code: NODE, context: { ...project(), 'server.js': "require('typescript');\n" } },
    // A stage that does not ship.
    {
      code: `${NODE.replace('node:24', 'node:24 AS build')}\nFROM node:24-slim\nCOPY --from=build /app/dist /app`,
      context: project(),
    },
    { code: NODE.replace('npm ci', 'npm ci -g pnpm'), context: project() },
    { code: 'FROM php:8.4\nCOPY . .\nRUN composer install --no-dev', context: php },
  ],
  invalid: [
    {
      code: NODE,
      context: project(),
      finds: [['installed', 'npm ci']],
      says: [
        '`npm ci` installs the development dependencies of package.json too (jest, nodemon and 1 more), and nothing that is built or started here uses them.',
      ],
      fixed: null,
      fixedUnsafely: NODE.replace('npm ci', 'npm ci --omit=dev'),
    },
    {
      code: NODE.replace('npm ci', 'yarn').replace('["node", "server.js"]', 'yarn start'),
      context: { ...project({ devDependencies: { jest: '30' } }), 'jest.config.js': "require('jest');\n" },
      finds: [['installed', 'yarn']],
      fixed: null,
      fixedUnsafely: NODE.replace('npm ci', 'yarn --production').replace('["node", "server.js"]', 'yarn start'),
    },
    {
      code: NODE.replace('npm ci', 'yarn install'),
      context: { ...project({ devDependencies: { jest: '30', tap: '1' } }), '.yarnrc.yml': '' },
      finds: [['installed', 'yarn install']],
      fixed: null,
    },
    {
      code: NODE.replace('npm ci', 'corepack enable \\\r\n  && pnpm install --frozen-lockfile'),
      context: project(),
      finds: [['installed', 'pnpm install']],
      fixed: null,
      fixedUnsafely: NODE.replace('npm ci', 'corepack enable \\\r\n  && pnpm install --prod --frozen-lockfile'),
    },
    {
      code: 'FROM php:8.4-apache\nCOPY . .\nRUN composer install',
      context: php,
      finds: [['installed', 'composer install']],
      fixed: null,
      fixedUnsafely: 'FROM php:8.4-apache\nCOPY . .\nRUN composer install --no-dev',
    },
  ],
});
