import type { MeaningCase } from './case.ts';

export const cache: readonly MeaningCase[] = [
  {
    rule: 'copy-before-install',
    before: 'FROM node:22-slim\nWORKDIR /app\nCOPY . .\nRUN npm ci\nCMD ["node", "server.js"]\n',
    files: {
      'package.json': '{ "dependencies": { "express": "5.1.0" } }\n',
      'package-lock.json': '{ "lockfileVersion": 3 }\n',
      'server.js': "require('express')().listen(3000)\n",
    },
    differs: [
      '- COPY . -> /app/',
      '+ COPY package-lock.json -> /app/',
      '+ COPY package.json -> /app/',
      '+ COPY . -> /app/',
    ],
  },
  {
    rule: 'volatile-arg-early',
    before:
      'FROM golang:1.25\nARG GIT_SHA\nRUN apt-get update && apt-get install -y --no-install-recommends protobuf-compiler\nRUN go build -ldflags "-X main.commit=$GIT_SHA" -o /app .\n',
    differs: [],
  },
  {
    rule: 'volatile-env-early',
    before:
      'FROM debian:13-slim\nARG BUILD_DATE\nLABEL org.opencontainers.image.created=$BUILD_DATE\nRUN apt-get update && apt-get install -y --no-install-recommends nginx\nCMD ["nginx", "-g", "daemon off;"]\n',
    differs: [],
  },
  {
    rule: 'chmod-chown-layer',
    before:
      'FROM debian:13-slim\nCOPY docker-entrypoint.sh /usr/local/bin/\nRUN chmod +x /usr/local/bin/docker-entrypoint.sh\nENTRYPOINT ["docker-entrypoint.sh"]\n',
    differs: [
      '- COPY docker-entrypoint.sh -> /usr/local/bin/',
      '- RUN',
      '-   root / $ chmod +x /usr/local/bin/docker-entrypoint.sh',
      '+ COPY --chmod=755 docker-entrypoint.sh -> /usr/local/bin/',
      '- stops where chmod fails',
    ],
  },
  {
    rule: 'chmod-chown-layer',
    before: 'FROM debian:13\nCOPY app /app\nRUN chown -R www-data:www-data /app\n',
    differs: [
      '- COPY app -> /app',
      '- RUN',
      '-   root / $ chown -R www-data:www-data /app',
      '+ COPY --chown=www-data:www-data app -> /app',
      '- stops where chown fails',
    ],
  },
  {
    rule: 'chmod-chown-layer',
    before: 'FROM node:24\nUSER node\nCOPY a.sh /b.sh\nRUN make && chmod 700 /b.sh\n',
    differs: [
      '- COPY a.sh -> /b.sh',
      '+ COPY --chmod=700 a.sh -> /b.sh',
      '-   node / $ chmod 700 /b.sh',
      '- stops where chmod fails',
    ],
  },
  {
    rule: 'cache-mount-wrong-target',
    before:
      'FROM python:3.13-slim\nRUN --mount=type=cache,target=/root/.cache/pip pip install --no-cache-dir flask==3.1.2\n',
    differs: ['-   root / $ pip install --no-cache-dir flask==3.1.2', '+   root / $ pip install flask==3.1.2'],
  },
  {
    rule: 'cache-mount-wrong-target',
    before:
      'FROM node:22-slim\nUSER node\nWORKDIR /home/node/app\nCOPY package.json package-lock.json ./\nRUN --mount=type=cache,target=/root/.npm,uid=1000 npm ci\n',
    differs: [
      '- RUN --mount=type=cache,target=/root/.npm,uid=1000',
      '+ RUN --mount=type=cache,target=/home/node/.npm,uid=1000',
    ],
  },
  {
    rule: 'cache-mount-apt-cleaned',
    before:
      'FROM debian:13-slim\nRUN --mount=type=cache,target=/var/cache/apt,sharing=locked \\\n    apt-get update && apt-get install -y --no-install-recommends curl\n',
    differs: ['+   root / $ rm -f /etc/apt/apt.conf.d/docker-clean', '+ stops where rm fails'],
  },
  {
    rule: 'missing-cache-mount',
    before: 'FROM python:3.13-slim\nCOPY requirements.txt ./\nRUN pip install --no-cache-dir -r requirements.txt\n',
    differs: [
      '- RUN',
      '-   root / $ pip install --no-cache-dir -r requirements.txt',
      '+ RUN --mount=type=cache,target=/root/.cache/pip',
      '+   root / $ pip install -r requirements.txt',
    ],
  },
  {
    rule: 'install-before-constant',
    before:
      'FROM python:3.13-slim\nCOPY . /app\nRUN apt-get update && apt-get install -y --no-install-recommends libpq5\nCMD ["python", "/app/main.py"]\n',
    differs: ['- COPY . -> /app', '+ COPY . -> /app'],
  },
  {
    rule: 'copy-git-directory',
    before: 'FROM node:22-slim\nCOPY . /app\n',
    files: { '.dockerignore': 'node_modules\n', '.git/HEAD': 'ref: refs/heads/main\n', 'server.js': 'run()\n' },
    differs: ['- sends .git/HEAD'],
  },
  {
    rule: 'consecutive-run',
    before: 'FROM debian:13-slim\nRUN mkdir -p /srv/data\nRUN chown www-data:www-data /srv/data\n',
    differs: ['- RUN'],
  },
  {
    rule: 'consecutive-run',
    before: 'FROM debian:13\nRUN (make a)\nRUN make b # c\nRUN make c\n',
    differs: ['- RUN'],
  },
  {
    rule: 'consecutive-copy',
    before: 'FROM node:22-slim\nWORKDIR /app\nCOPY package.json ./\nCOPY package-lock.json ./\nRUN npm ci\n',
    differs: [],
  },
  {
    rule: 'consecutive-copy',
    before: 'FROM node\nWORKDIR /x\nCOPY --chown=1:1 a.txt sub/\nCOPY --chown=1:1 b.txt sub/\nUSER node\n',
    differs: [],
  },
  {
    rule: 'apt-update-alone',
    before: 'FROM debian:13-slim\nRUN apt-get update\nRUN apt-get install -y --no-install-recommends curl\n',
    differs: ['- RUN'],
  },
  {
    rule: 'apt-update-alone',
    before:
      'FROM debian:13\nRUN apt-get update -y\n# why\nRUN apt-get install -y git && make\nRUN apt-get install -y b\n',
    differs: ['- RUN', '+   root / $ apt-get update -y'],
  },
];
