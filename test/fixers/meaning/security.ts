import type { MeaningCase } from './case.ts';

export const security: readonly MeaningCase[] = [
  {
    rule: 'eol-base-image',
    before: 'FROM python:3.8-slim\n',
    differs: ['- FROM python:3.8-slim', '+ FROM python:3.11-slim'],
  },
  {
    rule: 'root-user',
    before: 'FROM node:24-slim\nWORKDIR /app\nCOPY . .\nRUN npm ci --omit=dev\nCMD ["node", "server.js"]\n',
    differs: ['-   = user root', '+   = user node'],
  },
  {
    rule: 'root-user',
    before: 'FROM node:24\nUSER root\nCOPY . /app\nCMD ["node", "/app/a.js"]\n',
    differs: ['-   = user root', '+   = user node'],
  },
  {
    rule: 'numeric-user',
    before: 'FROM node:24-slim\nCOPY . /app\nUSER node\nCMD ["node", "/app/server.js"]\n',
    differs: ['-   = user node', '+   = user 1000'],
  },
  {
    rule: 'numeric-user',
    before: 'FROM debian:13\nRUN useradd -u 1500 app\nCOPY --chown=app a /a\nUSER app\nRUN make\n',
    differs: ['-   app / $ make', '-   = user app', '+   1500 / $ make', '+   = user 1500'],
  },
  {
    rule: 'tls-verification-off',
    before:
      'FROM python:3.13\nRUN curl -fsSLk https://github.com/example/tool/releases/download/v1/tool -o /usr/local/bin/tool\n',
    differs: [
      '-   root / $ curl -fsSLk https://github.com/example/tool/releases/download/v1/tool -o /usr/local/bin/tool',
      '+   root / $ curl -fsSL https://github.com/example/tool/releases/download/v1/tool -o /usr/local/bin/tool',
    ],
  },
  {
    rule: 'tls-verification-off',
    before: 'FROM node:24-slim\nENV NODE_TLS_REJECT_UNAUTHORIZED=0\nCMD ["node", "server.js"]\n',
    differs: ['-   = env NODE_TLS_REJECT_UNAUTHORIZED=0'],
  },
  {
    rule: 'tls-verification-off',
    before:
      'FROM debian:13\nRUN wget --no-check-certificate https://x.org/a && git clone -c http.sslVerify=false https://github.com/a/b && npm config set strict-ssl false\n',
    differs: [
      '-   root / $ wget --no-check-certificate https://x.org/a',
      '-   root / $ git clone -c http.sslVerify=false https://github.com/a/b',
      '+   root / $ wget https://x.org/a',
      '+   root / $ git clone https://github.com/a/b',
    ],
  },
  {
    rule: 'tls-verification-off',
    before: 'FROM python:3\nRUN pip install --trusted-host pypi.example.org --trusted-host files.example.org flask\n',
    differs: [
      '-   root / $ pip install --trusted-host pypi.example.org --trusted-host files.example.org flask',
      '+   root / $ pip install flask',
    ],
  },
  {
    rule: 'dockerignore-missing',
    before: 'FROM node:24-slim\nWORKDIR /app\nCOPY . .\nRUN npm install\n',
    files: { 'package.json': '{}\n', 'node_modules/left-pad/index.js': 'module.exports = 1;\n' },
    differs: ['- sends node_modules/left-pad/index.js'],
  },
  {
    rule: 'dockerignore-leaks',
    before: 'FROM node:24-slim\nWORKDIR /app\nCOPY . .\nRUN cd web && npm install\n',
    files: {
      '.dockerignore': 'node_modules\n',
      'web/package.json': '{}\n',
      'web/node_modules/left-pad/index.js': 'module.exports = 1;\n',
    },
    differs: ['- sends web/node_modules/left-pad/index.js'],
  },
  {
    rule: 'secret-copied',
    before: 'FROM node\nCOPY . .\n',
    files: {
      'a.js': '',
      'server.key': '-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBg\n-----END PRIVATE KEY-----\n',
      '.dockerignore': 'node_modules\n',
    },
    differs: ['- sends server.key'],
  },
];
