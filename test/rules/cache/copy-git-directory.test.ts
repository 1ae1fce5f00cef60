import rule from '../../../src/rules/cache/copy-git-directory.ts';
import { testRule } from '../../support/rule-tester.ts';

const FILES = { '.git/HEAD': '', 'app.js': '', '.dockerignore': 'node_modules' };

testRule(rule, {
  valid: [
    'FROM node:22\nCOPY . .',
    { code: 'FROM node:22\nCOPY . .', context: { 'app.js': '', '.dockerignore': '' } },
    { code: 'FROM node:22\nCOPY . .', context: { ...FILES, '.dockerignore': '.git\n' } },
    { code: 'FROM node:22\nCOPY . .', context: { ...FILES, '.dockerignore': '**/.*' } },
    { code: 'FROM node:22\nCOPY . .', context: { '.git/HEAD': '', 'app.js': '' } },
    { code: 'FROM node:22\nCOPY app.js .', context: FILES },
    { code: 'FROM node:22\nCOPY . .\nRUN git describe > version', context: FILES },
    { code: 'FROM node:22\nCOPY . .\nRUN rm -rf .git', context: FILES },
    { code: 'FROM node:22\nCOPY --from=x . .', context: FILES },
  ],
  invalid: [
    {
      code: 'FROM node:22\nCOPY . .\nFROM node:22\nCOPY ./ /app',
      context: FILES,
      finds: [['copied', '.']],
      says: ['`.` copies .git with the rest, so every commit and every fetch builds the steps below anew.'],
      fixed: null,
      writes: { '.dockerignore': 'node_modules\n.git\n' },
    },
    {
      code: 'FROM node:22\nADD ./ /app',
      context: { ...FILES, '.dockerignore': 'dist\r\n' },
      finds: [['copied', './']],
      fixed: null,
      writes: { '.dockerignore': 'dist\r\n.git\r\n' },
    },
  ],
});
