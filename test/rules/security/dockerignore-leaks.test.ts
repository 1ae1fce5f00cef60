import rule from '../../../src/rules/security/dockerignore-leaks.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM node\nCOPY . .',
    { code: 'FROM node\nCOPY . .\nRUN npm ci', context: { 'node_modules/x': '' } },
    { code: 'FROM node\nCOPY . .\nRUN npm ci', context: { 'node_modules/x': '', '.dockerignore': 'node_modules' } },
    { code: 'FROM node\nCOPY . .', context: { 'node_modules/x': '', '.dockerignore': 'dist' } },
    { code: 'FROM node\nCOPY src .\nRUN npm ci', context: { 'node_modules/x': '', 'src/a': '', '.dockerignore': 'x' } },
    { code: 'FROM node\nCOPY node_modules .\nRUN npm ci', context: { 'node_modules/x': '', '.dockerignore': 'x' } },
    { code: 'FROM python\nCOPY . .\nRUN pip install flask', context: { 'venv/x': '', '.dockerignore': 'x' } },
    { code: 'FROM node\nCOPY . .\nRUN npm ci', context: { '.git/HEAD': '', '.dockerignore': 'x' } },
  ],
  invalid: [
    {
      code: 'FROM node\nCOPY package.json ./\nRUN npm ci\nCOPY . .\n',
      context: { 'package.json': '', 'web/node_modules/x': '', '.dockerignore': 'node_modules\r\ndist' },
      finds: [['leaks', '.']],
      says: [
        '.dockerignore lets `node_modules` in: what was installed on this machine gets into the image, over what the build installs.',
      ],
      fixed: null,
      writes: { '.dockerignore': 'node_modules\r\ndist\r\n**/node_modules\r\n' },
    },
    {
      code: 'FROM python\nCOPY app /app\nRUN pip install -r /app/requirements.txt',
      context: { 'app/requirements.txt': '', 'app/.venv/bin/python': '', '.dockerignore': '' },
      finds: [['leaks', 'app']],
      fixed: null,
      writes: { '.dockerignore': '**/.venv\n' },
    },
  ],
});
