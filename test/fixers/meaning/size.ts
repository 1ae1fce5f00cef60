import type { MeaningCase } from './case.ts';

export const size: readonly MeaningCase[] = [
  {
    rule: 'apt-lists-kept',
    before: 'FROM debian:13-slim\nRUN apt-get update \\\n    && apt-get install -y --no-install-recommends curl\n',
    differs: ['+   root / $ rm -rf /var/lib/apt/lists/*', '+ stops where rm fails'],
  },
  {
    rule: 'apt-lists-kept',
    before: 'FROM debian\nRUN apt-get update; apt-get install -y git && make \\\n # why\n || make again',
    differs: ['+   root / $ rm -rf /var/lib/apt/lists/*', '+ stops where rm fails'],
  },
  {
    rule: 'apt-lists-kept',
    before: 'FROM debian\nRUN <<EOF\nset -e\napt-get update\napt-get install -y git # why\nEOF',
    differs: ['+   root / $ rm -rf /var/lib/apt/lists/*', '+ stops where rm fails'],
  },
  {
    rule: 'apt-recommends',
    before:
      'FROM debian:13-slim\nRUN apt-get update \\\n    && apt-get install -y git \\\n    && rm -rf /var/lib/apt/lists/*\n',
    differs: ['-   root / $ apt-get install -y git', '+   root / $ apt-get install --no-install-recommends -y git'],
  },
  {
    rule: 'apt-recommends',
    before: 'FROM debian\nRUN apt-get update && apt-get install -y "git"',
    differs: ['-   root / $ apt-get install -y git', '+   root / $ apt-get install --no-install-recommends -y git'],
  },
  {
    rule: 'apk-cache-kept',
    before: 'FROM alpine:3.22\nRUN apk update && apk add curl\n',
    differs: ['-   root / $ apk update', '-   root / $ apk add curl', '+   root / $ apk add --no-cache curl'],
  },
  {
    rule: 'apk-cache-kept',
    before: 'FROM alpine\nRUN apk update && apk add git && make',
    differs: ['-   root / $ apk update', '-   root / $ apk add git', '+   root / $ apk add --no-cache git'],
  },
  {
    rule: 'yum-cache-kept',
    before: 'FROM centos:7\nRUN yum install -y git \\\n && mkdir /src\n',
    differs: ['+   root / $ yum clean all'],
  },
  {
    rule: 'yum-cache-kept',
    before: 'FROM centos:7\nRUN yum install -y git \\\n && make && tar x',
    differs: ['+   root / $ yum clean all'],
  },
  {
    rule: 'dnf-cache-kept',
    before: 'FROM fedora:43\nRUN dnf install -y git \\\n && mkdir /src\n',
    differs: ['+   root / $ dnf clean all'],
  },
  {
    rule: 'dnf-cache-kept',
    before: 'FROM fedora\nRUN set -e; dnf install -y git;',
    differs: ['+   root / $ dnf clean all'],
  },
  {
    rule: 'zypper-cache-kept',
    before: 'FROM opensuse/leap:15.6\nRUN zypper install -y git \\\n && mkdir /src\n',
    differs: ['+   root / $ zypper clean --all'],
  },
  {
    rule: 'zypper-cache-kept',
    before: 'FROM opensuse/leap\nRUN zypper in -y git && \\\n  make',
    differs: ['+   root / $ zypper clean --all'],
  },
  {
    rule: 'pip-cache-kept',
    before: 'FROM python:3.13-slim\nCOPY requirements.txt .\nRUN pip install -r requirements.txt\n',
    differs: [
      '-   root / $ pip install -r requirements.txt',
      '+   root / $ pip install --no-cache-dir -r requirements.txt',
    ],
  },
  {
    rule: 'pip-cache-kept',
    before: "FROM python\nRUN pip install 'a>1' b",
    differs: ['-   root / $ pip install a>1 b', '+   root / $ pip install --no-cache-dir a>1 b'],
  },
  {
    rule: 'npm-cache-kept',
    before: 'FROM node:24-slim\nWORKDIR /app\nCOPY package.json package-lock.json ./\nRUN npm ci --omit=dev\n',
    differs: ['+   root /app $ npm cache clean --force'],
  },
  {
    rule: 'npm-cache-kept',
    before: 'FROM node\nRUN npm ci && npm run build',
    differs: ['+   root / $ npm cache clean --force'],
  },
  {
    rule: 'npm-cache-kept',
    before: 'FROM node\nRUN yarn install --frozen-lockfile',
    differs: ['+   root / $ yarn cache clean'],
  },
  {
    rule: 'conda-cache-kept',
    before: 'FROM continuumio/miniconda3:25.3.1-1\nRUN conda install -y numpy\n',
    differs: ['+   root / $ conda clean -afy'],
  },
  {
    rule: 'conda-cache-kept',
    before: 'FROM continuumio/miniconda3\nRUN conda install -y a',
    differs: ['+   root / $ conda clean -afy'],
  },
  {
    rule: 'docs-and-man-kept',
    before:
      'FROM debian:13\nRUN apt-get update \\\n    && apt-get install -y --no-install-recommends \\\n        curl ffmpeg file git imagemagick jq less rsync unzip zip \\\n    && rm -rf /var/lib/apt/lists/*\n',
    differs: ['+   root / $ rm -rf /usr/share/doc/* /usr/share/man/*'],
  },
  {
    rule: 'docs-and-man-kept',
    before: 'FROM debian\nRUN apt-get install -y a b c d e f g h i j',
    differs: ['+   root / $ rm -rf /usr/share/doc/* /usr/share/man/*', '+ stops where rm fails'],
  },
  {
    rule: 'removed-in-later-layer',
    before:
      'FROM python:3.13 AS build\nCOPY requirements.txt .\nRUN pip wheel --wheel-dir /wheels -r requirements.txt\n\nFROM python:3.13-slim\nCOPY --from=build /wheels /wheels\nRUN pip install --no-cache-dir /wheels/* \\\n    && rm -rf /wheels\n',
    differs: [
      '- COPY --from=build /wheels -> /wheels',
      '- RUN',
      '+ RUN --mount=type=bind,from=build,source=/wheels,target=/wheels',
      '-   root / $ rm -rf /wheels',
      '- stops where rm fails',
    ],
  },
  {
    rule: 'removed-in-later-layer',
    before: 'FROM debian\nCOPY a.tgz /tmp/\nRUN tar xf /tmp/a.tgz && rm /tmp/a.tgz && make',
    differs: [
      '- COPY a.tgz -> /tmp/',
      '- RUN',
      '+ RUN --mount=type=bind,source=a.tgz,target=/tmp/a.tgz',
      '-   root / $ rm /tmp/a.tgz',
      '- stops where rm fails',
    ],
  },
  {
    rule: 'download-kept',
    before:
      'FROM buildpack-deps:trixie-curl\nRUN curl -fsSLO https://example.org/tool-1.2.tar.gz \\\n    && tar -xzf tool-1.2.tar.gz -C /opt\n',
    differs: ['+   root / $ rm tool-1.2.tar.gz', '+ stops where rm fails'],
  },
  {
    rule: 'download-kept',
    before: 'FROM debian\nRUN wget https://x.org/a.zip \\\n && unzip a.zip \\\n && make',
    differs: ['+   root / $ rm a.zip', '+ stops where rm fails'],
  },
  {
    rule: 'wget-progress',
    before:
      'FROM debian:13-slim\nRUN apt-get update \\\n    && apt-get install -y --no-install-recommends ca-certificates wget \\\n    && rm -rf /var/lib/apt/lists/* \\\n    && wget https://example.org/model.bin\n',
    differs: ['-   root / $ wget https://example.org/model.bin', '+   root / $ wget -nv https://example.org/model.bin'],
  },
  {
    rule: 'wget-progress',
    before: 'FROM debian\nRUN wget https://x.org/a && make',
    differs: ['-   root / $ wget https://x.org/a', '+   root / $ wget -nv https://x.org/a'],
  },
  {
    rule: 'useradd-sparse-uid',
    before: 'FROM debian:12-slim\nRUN useradd --uid 1000680000 app\n',
    differs: ['-   root / $ useradd --uid 1000680000 app', '+   root / $ useradd --no-log-init --uid 1000680000 app'],
  },
  {
    rule: 'dev-dependencies-in-final',
    before: 'FROM node:24-slim\nWORKDIR /app\nCOPY package*.json ./\nRUN npm ci\nCOPY . .\nCMD ["node", "server.js"]\n',
    files: {
      'package.json':
        '{ "dependencies": { "express": "^5.1.0" }, "devDependencies": { "jest": "^30.0.0", "typescript": "^5.9.0" } }\n',
      'server.js': "require('express')().listen(3000);\n",
    },
    differs: ['-   root /app $ npm ci', '+   root /app $ npm ci --omit=dev'],
  },
  {
    rule: 'full-base-image',
    before:
      'FROM node:20 AS build\nWORKDIR /app\nCOPY package.json package-lock.json ./\nRUN npm ci --omit=dev\n\nFROM node:20\nWORKDIR /app\nCOPY --from=build /app/node_modules ./node_modules\nCOPY server.js ./\nUSER node\nCMD ["node", "server.js"]\n',
    files: {
      'package.json': '{ "name": "shop", "version": "1.0.0", "dependencies": { "express": "^4.21.2" } }\n',
      'package-lock.json':
        '{\n  "name": "shop",\n  "version": "1.0.0",\n  "lockfileVersion": 3,\n  "packages": { "": { "dependencies": { "express": "^4.21.2" } }, "node_modules/express": { "version": "4.21.2" } }\n}\n',
      'server.js': "require('express')().listen(3000);\n",
    },
    differs: ['- FROM node:20', '+ FROM node:20-slim'],
  },
];
