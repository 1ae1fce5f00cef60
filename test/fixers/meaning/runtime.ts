import type { MeaningCase } from './case.ts';

export const runtime: readonly MeaningCase[] = [
  {
    rule: 'shell-form-command',
    before: 'FROM node:24-slim\nCMD node server.js\n',
    differs: ['-   = cmd through /bin/sh -c'],
  },
  {
    rule: 'shell-form-command',
    before: 'FROM python:3.13-slim\nCMD gunicorn --bind :$PORT app:app\n',
    differs: [],
  },
  {
    rule: 'shell-form-command',
    before: 'FROM debian:13\nENTRYPOINT echo $HOME && serve -x "a b"\n',
    differs: [],
  },
  {
    rule: 'shell-form-command',
    before: 'FROM debian:13\nENTRYPOINT serve --name "a b" \'c\'\n',
    differs: ['-   = entrypoint through /bin/sh -c'],
  },
  {
    rule: 'debian-frontend-env',
    before:
      'FROM debian:trixie-slim\nENV DEBIAN_FRONTEND=noninteractive\nRUN apt-get update && apt-get install -y --no-install-recommends git && rm -rf /var/lib/apt/lists/*\n',
    differs: ['-   = env DEBIAN_FRONTEND=noninteractive'],
  },
  {
    rule: 'package-manager-as-pid1',
    before: 'FROM node:24-slim\nWORKDIR /app\nCOPY . .\nCMD ["npm", "start"]\n',
    files: { 'package.json': '{ "scripts": { "start": "node server.js" } }\n' },
    differs: ['-   = cmd $ npm start', '+   = cmd $ node server.js'],
  },
  {
    rule: 'entrypoint-not-executable',
    before: 'FROM debian:trixie-slim\nCOPY run.sh /usr/local/bin/\nENTRYPOINT ["run.sh"]\n',
    files: { 'run.sh': '#!/bin/sh\nexec "$@"\n' },
    differs: ['- COPY run.sh -> /usr/local/bin/', '+ COPY --chmod=755 run.sh -> /usr/local/bin/'],
  },
  {
    rule: 'user-cannot-write',
    before: 'FROM node:24-slim\nWORKDIR /app\nRUN mkdir logs\nCOPY . .\nUSER node\nCMD ["node", "server.js"]\n',
    differs: ['+ RUN', '+   root /app $ chown node /app/logs', '+ stops where chown fails'],
  },
  {
    rule: 'python-unbuffered',
    before: 'FROM python:3.13-slim\nCOPY app.py /app/\nCMD ["python", "/app/app.py"]\n',
    differs: ['+   = env PYTHONUNBUFFERED=1'],
  },
  {
    rule: 'node-env-missing',
    before: 'FROM node:24-slim\nWORKDIR /app\nCOPY . .\nCMD ["node", "server.js"]\n',
    differs: ['+   = env NODE_ENV=production'],
  },
];
