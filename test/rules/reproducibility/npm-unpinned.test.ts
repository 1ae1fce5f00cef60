import rule from '../../../src/rules/reproducibility/npm-unpinned.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM node\nRUN npm install -g serve@14.2.5',
    'FROM node\nRUN npm install -g @angular/cli@20',
    'FROM node\nRUN npm ci',
    'FROM node\nRUN npm install',
    'FROM node\nRUN npm install ./x.tgz git+https://example.org/x.git#v1',
    'FROM node\nARG V\nRUN npm install -g serve@$V',
    'FROM node\nRUN npm run install serve',
    { code: 'FROM node\nRUN npm i -g @angular/cli serve@14', options: { allow: ['@angular/*'] } },
  ],
  invalid: [
    {
      code: 'FROM node\nRUN npm install -g @angular/cli serve@14',
      finds: [['unpinned', 'npm install']],
      says: ['No version is named for `@angular/cli`: the same Dockerfile installs another one on another day.'],
    },
    {
      code: 'FROM node\nRUN npm install git+https://example.org/x.git',
      finds: [['unpinned', 'npm install']],
    },
    { code: 'FROM node\nRUN npm i -g serve', finds: [['unpinnedToo', 'npm i']] },
    { code: 'FROM node\nRUN npm install -g $NAME', options: { variables: true }, finds: [['unpinned', 'npm install']] },
  ],
});
