import rule from '../../../src/rules/runtime/package-manager-as-pid1.ts';
import { testRule } from '../../support/rule-tester.ts';

const head = 'FROM node:24\nWORKDIR /app\nCOPY . .\n';
const context = {
  'package.json': '{ "scripts": { "start": "node --enable-source-maps dist/server.js", "serve": "next start" } }',
};

testRule(rule, {
  valid: [
    `${head}CMD ["node", "server.js"]`,
    `${head}CMD ["npm", "test"]`,
    `${head}CMD ["npm", "run", "dev"]`,
    `${head}CMD ["npm", "--version"]`,
    `${head}CMD ["yarn", "node", "server.js"]`,
    `${head}ENTRYPOINT ["npm"]`,
    'FROM node:24 AS dev\nCMD ["npm", "start"]',
    'FROM node:24\nENV NODE_ENV=development\nCMD ["npm", "start"]',
    'FROM node:24 AS a\nCMD ["npm", "start"]\n\nFROM nginx\nCOPY --from=a /a /a',
    // It becomes the program.
    'FROM ruby:3.4\nCMD ["bundle", "exec", "puma"]',
    'FROM maven:3\nCMD ["mvn", "--version"]',
    'FROM python:3.13\nCMD ["poetry", "install"]',
  ],
  invalid: [
    {
      code: `${head}CMD ["npm", "start"]`,
      finds: [['script', '"npm", "start"']],
      says: [
        '`npm start` keeps a package manager and a shell between the container and the program, so that SIGTERM may never reach it.',
      ],
      fixed: null,
    },
    {
      code: `${head}CMD ["npm", "start"]`,
      context,
      finds: [['script', '"npm", "start"']],
      fixed: null,
      fixedUnsafely: `${head}CMD ["node", "--enable-source-maps", "dist/server.js"]`,
    },
    {
      code: `${head}CMD [ "yarn", "run", "start" ]`,
      context,
      finds: [['script', '"yarn", "run", "start"']],
      fixed: null,
      fixedUnsafely: `${head}CMD [ "node", "--enable-source-maps", "dist/server.js" ]`,
    },
    { code: `${head}CMD ["npm", "run", "serve"]`, context, finds: [['script', '"npm", "run", "serve"']], fixed: null },
    {
      code: `${head}CMD ["npm", "start", "--", "-v"]`,
      context,
      finds: [['script', '"npm", "start", "--", "-v"']],
      fixed: null,
    },
    {
      code: `${head}CMD npm run migrate && npm start`,
      context,
      finds: [['script', 'npm run migrate && npm start']],
      fixed: null,
    },
    {
      code: `${head}CMD ["yarn", "start"]`,
      context: { ...context, '.yarnrc.yml': '' },
      finds: [['script', '"yarn", "start"']],
      fixed: null,
    },
    {
      code: `${head}CMD ["npm", "start"]`,
      context: { 'package.json': '{ "scripts": { "prestart": "node a.js", "start": "node b.js" } }' },
      finds: [['script', '"npm", "start"']],
      fixed: null,
    },
    {
      code: `${head}CMD ["npm", "start"]`,
      context: { 'package.json': '{ "scripts": { "start": "PORT=$P node b.js" } }' },
      finds: [['script', '"npm", "start"']],
      fixed: null,
    },
    {
      code: 'FROM python:3.13\nCMD ["tini", "--", "poetry", "run", "serve"]',
      finds: [['launcher', '"tini", "--", "poetry", "run", "serve"']],
      says: [
        '`poetry run` needs the package manager in the image only to start a program that can be started directly.',
      ],
      fixed: null,
    },
    {
      code: 'FROM maven:3\nCMD mvn -q spring-boot:run',
      finds: [['build', 'mvn -q spring-boot:run']],
      says: [
        '`mvn -q spring-boot:run` builds the program each time that a container starts, and needs the whole build tool for it.',
      ],
      fixed: null,
    },
    {
      code: 'FROM golang:1.26\nCMD ["go", "run", "main.go"]',
      finds: [['build', '"go", "run", "main.go"']],
      fixed: null,
    },
  ],
});
