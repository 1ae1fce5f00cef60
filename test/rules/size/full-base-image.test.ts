import rule from '../../../src/rules/size/full-base-image.ts';
import { testRule } from '../../support/rule-tester.ts';

const lock = JSON.stringify({
  name: 'shop',
  version: '1.0.0',
  lockfileVersion: 3,
  packages: { '': { dependencies: { express: '^4.21.2' } }, 'node_modules/express': { version: '4.21.2' } },
});
const context = {
  'package.json': '{ "name": "shop", "version": "1.0.0", "dependencies": { "express": "^4.21.2" } }',
  'package-lock.json': lock,
  'server.js': "require('express')().listen(3000);\n",
};
const NODE =
  'FROM node:22 AS build\nWORKDIR /app\nCOPY package.json package-lock.json ./\nRUN npm ci --omit=dev\n\n' +
  'FROM node:22\nWORKDIR /app\nCOPY --from=build /app/node_modules ./node_modules\nCOPY . .\nCMD ["sh", "-c", "exec node server.js --port=$PORT"]\n';
const slim = NODE.replace('FROM node:22\n', 'FROM node:22-slim\n');
const flask = { 'requirements.txt': 'flask==3.1.0\n', 'app.py': 'from flask import Flask\n\napp = Flask(__name__)\n' };

testRule(rule, {
  valid: [
    NODE,
    { code: NODE, context: {} },
    { code: slim, context },
    { code: NODE.replace('FROM node:22\n', 'FROM node:22-alpine\n'), context },
    { code: NODE.replace('FROM node:22\n', 'FROM acme/node:22\n'), context },
    { code: `ARG IMAGE\n${NODE.replace('FROM node:22\n', 'FROM $IMAGE\n')}`, context },
    // git is of the full image.
    { code: NODE, context: { ...context, 'server.js': "require('child_process').execSync('git log');\n" } },
    // The packages would lie in another folder.
    {
      code: 'FROM python:3.12\nWORKDIR /app\nCOPY requirements.txt ./\nRUN pip install -r requirements.txt\nCOPY app.py /usr/local/lib/python3.12/site-packages/app.py\nCMD ["python", "-m", "app"]',
      context: flask,
    },
    { code: NODE.replace('COPY . .', 'RUN make tools\nCOPY . .'), context },
    { code: NODE.replace('FROM node:22\n', `FROM node:22@sha256:${'a'.repeat(64)}\n`), context },
  ],
  invalid: [
    {
      code: NODE,
      context,
      finds: [['full', 'node:22']],
      says: [
        'Nothing that runs here needs what `node:22` has beyond `node:22-slim`: `plimsoll optimize` ships on that (T1, slim).',
      ],
      fixed: null,
      fixedUnsafely: slim,
    },
    {
      code: `ARG V=22\n${NODE.replace('FROM node:22\n', 'FROM node:$V\n')}`,
      context,
      finds: [['full', 'node:$V']],
      fixed: null,
    },
    // The install has to move to a stage of its own first.
    {
      code: 'FROM python:3.12\nWORKDIR /app\nCOPY requirements.txt ./\nRUN pip install -r requirements.txt\nCOPY . .\nCMD ["python", "app.py"]',
      context: flask,
      finds: [['full', 'python:3.12']],
      fixed: null,
    },
    {
      code: 'FROM nginx:1.30\nCOPY site /usr/share/nginx/html\n',
      context: { 'site/index.html': '<p>\n' },
      finds: [['full', 'nginx:1.30']],
      fixed: null,
      fixedUnsafely: 'FROM nginx:1.30-alpine-slim\nCOPY site /usr/share/nginx/html\n',
    },
  ],
});
