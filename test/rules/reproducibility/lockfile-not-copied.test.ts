import rule from '../../../src/rules/reproducibility/lockfile-not-copied.ts';
import { testRule } from '../../support/rule-tester.ts';

const context = { 'package.json': '{}', 'package-lock.json': '{}', 'web/package.json': '{}' };
const python = { 'pyproject.toml': '', 'poetry.lock': '' };

testRule(rule, {
  valid: [
    'FROM node\nWORKDIR /app\nCOPY package.json ./\nRUN npm install',
    { code: 'FROM node\nWORKDIR /app\nCOPY package.json package-lock.json ./\nRUN npm install', context },
    { code: 'FROM node\nWORKDIR /app\nCOPY package*.json ./\nRUN npm install', context },
    { code: 'FROM node\nWORKDIR /app\nCOPY . .\nRUN npm install', context },
    { code: 'FROM node\nWORKDIR /app\nCOPY web/package.json ./\nRUN npm install', context },
    { code: 'FROM node\nWORKDIR /app\nCOPY package.json ./\nRUN yarn install', context },
    { code: 'FROM node\nWORKDIR /app\nCOPY package.json ./\nRUN npm install --no-package-lock', context },
    { code: 'FROM node\nWORKDIR /app\nCOPY package.json ./\nRUN npm install -g pm2', context },
    {
      code: 'FROM node\nWORKDIR /app\nCOPY package.json ./\nCOPY --from=deps /app/package-lock.json ./\nRUN npm install',
      context,
    },
    {
      code: 'FROM node\nWORKDIR /app\nCOPY package.json ./\nRUN curl -o package-lock.json https://example.org/x && npm install',
      context,
    },
    { code: 'FROM node\nWORKDIR /app\nCOPY package.json /src/\nRUN npm install', context },
    {
      code: 'FROM node\nWORKDIR /app\nCOPY package.json ./\nRUN --mount=type=bind,source=package-lock.json,target=package-lock.json npm install',
      context,
    },
  ],
  invalid: [
    {
      code: 'FROM node\nWORKDIR /app\nCOPY package.json ./\nRUN npm install\nCOPY . .\n',
      context,
      finds: [['notCopied', 'package.json']],
      says: [
        '`npm install` in line 4 finds no package-lock.json, which stands beside this file: it takes the newest versions.',
      ],
      fixed: null,
      fixedUnsafely: 'FROM node\nWORKDIR /app\nCOPY package.json package-lock.json ./\nRUN npm install\nCOPY . .\n',
    },
    {
      code: 'FROM python\nWORKDIR /app\nCOPY pyproject.toml \\\n  .\nRUN poetry install',
      context: python,
      finds: [['notCopied', 'pyproject.toml']],
      fixed: null,
      fixedUnsafely: 'FROM python\nWORKDIR /app\nCOPY pyproject.toml poetry.lock \\\n  .\nRUN poetry install',
    },
    {
      code: 'FROM node\nWORKDIR /app\nCOPY . .\nRUN npm install',
      context: { ...context, '.dockerignore': '*-lock.json' },
      finds: [['ignored', 'npm install']],
      says: [
        '`npm install` finds no package-lock.json: .dockerignore keeps it out, so the newest versions are installed.',
      ],
      fixed: null,
    },
    {
      code: 'FROM node\nWORKDIR /app\nCOPY ["package.json", "./"]\nRUN npm install',
      context,
      finds: [['notCopied', '"package.json"']],
      fixed: null,
    },
    {
      code: 'FROM node\nCOPY package.json /app/package.json\nRUN cd /app && npm install',
      context,
      finds: [['notCopied', 'package.json']],
      fixed: null,
    },
  ],
});
