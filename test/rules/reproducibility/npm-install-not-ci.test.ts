import rule from '../../../src/rules/reproducibility/npm-install-not-ci.ts';
import { testRule } from '../../support/rule-tester.ts';

const context = { 'package.json': '{}', 'package-lock.json': '{}', 'web/package.json': '{}', 'server.js': '' };

testRule(rule, {
  valid: [
    'FROM node\nWORKDIR /app\nCOPY package.json package-lock.json ./\nRUN npm ci',
    'FROM node\nWORKDIR /app\nCOPY package.json ./\nRUN npm install',
    'FROM node\nWORKDIR /app\nCOPY package*.json ./\nRUN npm install',
    { code: 'FROM node\nWORKDIR /app\nCOPY package.json ./\nRUN npm install', context },
    { code: 'FROM node\nWORKDIR /app\nCOPY web/ ./\nRUN npm install', context },
    { code: 'FROM node\nWORKDIR /app\nCOPY . .\nRUN cd web && npm install', context },
    { code: 'FROM node\nWORKDIR /app\nCOPY . .\nRUN npm --prefix web install', context },
    {
      code: 'FROM node\nWORKDIR /app\nCOPY . .\nRUN npm install',
      context: { ...context, '.dockerignore': 'package-lock.json' },
    },
    { code: 'FROM node\nWORKDIR /app\nCOPY . .\nRUN npm install -g pm2 && npm install express', context },
    { code: 'FROM node\nWORKDIR /app\nCOPY . .\nRUN npm install --no-package-lock', context },
    { code: 'FROM node\nWORKDIR /app\nCOPY . .\nRUN npm install express && npm install', context },
    { code: 'FROM node\nWORKDIR /app\nCOPY . .\nRUN rm package-lock.json && npm install', context },
    { code: 'FROM node\nWORKDIR /app\nCOPY . .\nRUN sed -i s/a/b/ package.json\nRUN npm install', context },
    { code: 'FROM node\nWORKDIR /app\nCOPY . /src\nRUN npm install', context },
    { code: 'FROM node\nWORKDIR $DIR\nCOPY . .\nRUN npm install', context },
    { code: 'FROM node\nWORKDIR /app\nCOPY --from=other package-lock.json .\nRUN npm install', context },
  ],
  invalid: [
    {
      code: 'FROM node\nWORKDIR /app\nCOPY package.json package-lock.json ./\nRUN npm install --omit=dev\n',
      finds: [['install', 'npm install']],
      says: [
        '`npm install` may depart from package-lock.json and rewrite it; `npm ci` installs what it says, or fails.',
      ],
      fixed: null,
      fixedUnsafely: 'FROM node\nWORKDIR /app\nCOPY package.json package-lock.json ./\nRUN npm ci --omit=dev\n',
    },
    {
      code: 'FROM node\nWORKDIR /app\nCOPY package*.json ./\nRUN ["npm", "i"]',
      context,
      finds: [['install', '"npm", "i"']],
      fixed: null,
      fixedUnsafely: 'FROM node\nWORKDIR /app\nCOPY package*.json ./\nRUN ["npm", "ci"]',
    },
    {
      code: 'FROM node\nCOPY . /app\nRUN cd /app && npm install --no-save',
      context,
      finds: [['install', 'npm install']],
      fixed: null,
    },
    {
      code: 'FROM node AS base\nWORKDIR /app\nCOPY . .\nFROM base\nRUN npm install',
      context,
      finds: [['install', 'npm install']],
      fixed: null,
      fixedUnsafely: 'FROM node AS base\nWORKDIR /app\nCOPY . .\nFROM base\nRUN npm ci',
    },
    {
      code: 'FROM node\nWORKDIR /app\nRUN --mount=type=bind,source=package.json,target=package.json --mount=type=bind,source=package-lock.json,target=package-lock.json npm install',
      finds: [['install', 'npm install']],
      fixed: null,
      fixedUnsafely:
        'FROM node\nWORKDIR /app\nRUN --mount=type=bind,source=package.json,target=package.json --mount=type=bind,source=package-lock.json,target=package-lock.json npm ci',
    },
  ],
});
