import rule from '../../../src/rules/security/secret-copied.ts';
import { testRule } from '../../support/rule-tester.ts';

const ENV = 'DB_PASSWORD=hJ6tQ2xW\n';
const KEY = `-----BEGIN ${'RSA'} PRIVATE KEY-----\nabc\n`;

testRule(rule, {
  valid: [
    'FROM node\nCOPY . .',
    'FROM node\nCOPY .env.example .env\nCOPY package.json .npmrc ./',
    'FROM node\nCOPY certs/ca.pem nodesource.gpg.key /etc/ssl/\nCOPY id_rsa.pub /root/.ssh/authorized_keys',
    'FROM node AS build\nCOPY .env .\nFROM node\nCOPY --from=build /app /app',
    'FROM node\nCOPY --from=certs /server.key /server.key',
    { code: 'FROM node\nCOPY . .', context: { '.env': ENV, '.dockerignore': '.env' } },
    { code: 'FROM node\nCOPY . .', context: { '.env': 'PORT=3000\nAPI_TOKEN=changeme\nDB_PASSWORD=\n' } },
    { code: 'FROM node\nCOPY . .', context: { 'test/fixtures/server.key': KEY, 'node_modules/x/a.pem': KEY } },
    { code: 'FROM node\nCOPY . .', context: { 'certs/testnode.key': KEY } },
    { code: 'FROM node\nCOPY . .', context: { 'ca.pem': '-----BEGIN CERTIFICATE-----\n' } },
    { code: 'FROM node\nCOPY .npmrc ./', context: { '.npmrc': '//r/:_authToken=${NPM_TOKEN}\nsave-exact=true\n' } },
    { code: 'FROM node\nCOPY src /src', context: { '.env': ENV, 'src/a.js': '' } },
    { code: 'FROM node\nCOPY --exclude=.env . .', context: { '.env': ENV, 'a.js': '' } },
  ],
  invalid: [
    {
      code: 'FROM node\nCOPY ./.env /app/\nADD id_rsa .aws/credentials /root/',
      finds: [
        ['named', './.env'],
        ['named', 'id_rsa'],
        ['named', '.aws/credentials'],
      ],
      says: [
        '`.env` (environment file) is copied into a layer, where it can be read even after a later step removes it.',
        '`id_rsa` (private SSH key) is copied into a layer, where it can be read even after a later step removes it.',
        '`.aws/credentials` (AWS credentials) is copied into a layer, where it can be read even after a later step removes it.',
      ],
      fixed: null,
    },
    {
      code: 'FROM node\nCOPY . .\n',
      context: { 'a.js': '', '.env': ENV, 'conf/[a].pem': KEY, '.dockerignore': 'node_modules' },
      finds: [['letIn', '.']],
      says: [
        '`.` brings `.env` and `conf/[a].pem` into a layer, where secrets can be read even after a later step removes them.',
      ],
      fixed: null,
      writes: { '.dockerignore': 'node_modules\n.env\nconf/\\[a\\].pem\n' },
    },
    {
      code: 'FROM node\nCOPY conf /conf',
      context: { 'conf/.npmrc': '//r/:_authToken=hJ6tQ2xW', 'conf/google-key.json': `{"private_key": "${KEY}"}` },
      finds: [['letIn', 'conf']],
      fixed: null,
      writes: { '.dockerignore': 'conf/.npmrc\nconf/google-key.json\n' },
    },
    {
      code: 'FROM node\nCOPY .npmrc package.json ./',
      context: { '.npmrc': '//r/:_authToken=hJ6tQ2xW', 'package.json': '' },
      finds: [['named', '.npmrc']],
      fixed: null,
    },
  ],
});
