import type { MeaningCase } from './case.ts';

export const reproducibility: readonly MeaningCase[] = [
  {
    rule: 'apt-interactive',
    before:
      'FROM debian:13-slim\nRUN apt-get update \\\n    && apt-get install --no-install-recommends git \\\n    && rm -rf /var/lib/apt/lists/*\n',
    differs: [
      '-   root / $ apt-get install --no-install-recommends git',
      '+   root / $ apt-get install -y --no-install-recommends git',
    ],
  },
  {
    rule: 'apt-interactive',
    before: 'FROM debian:13\nRUN apt-get -q install git && (apt-get upgrade; apt-get remove "git")\n',
    differs: [
      '-   root / $ apt-get -q install git',
      '-   root / $ apt-get upgrade',
      '-   root / $ apt-get remove git',
      '+   root / $ apt-get -q install -y git',
      '+   root / $ apt-get upgrade -y',
      '+   root / $ apt-get remove -y git',
    ],
  },
  {
    rule: 'yum-interactive',
    before: 'FROM amazonlinux:2\nRUN yum install git && yum clean all\n',
    differs: ['-   root / $ yum install git', '+   root / $ yum install -y git'],
  },
  {
    rule: 'dnf-interactive',
    before: 'FROM fedora:43\nRUN dnf install git && dnf clean all\n',
    differs: ['-   root / $ dnf install git', '+   root / $ dnf install -y git'],
  },
  {
    rule: 'zypper-interactive',
    before: 'FROM opensuse/leap:15.6\nRUN zypper install git && zypper clean --all\n',
    differs: ['-   root / $ zypper install git', '+   root / $ zypper --non-interactive install git'],
  },
  {
    rule: 'npm-install-not-ci',
    before: 'FROM node:24-slim\nWORKDIR /app\nCOPY package.json package-lock.json ./\nRUN npm install --omit=dev\n',
    differs: ['-   root /app $ npm install --omit=dev', '+   root /app $ npm ci --omit=dev'],
  },
  {
    rule: 'lockfile-not-frozen',
    before: 'FROM node:24-slim\nWORKDIR /app\nCOPY package.json pnpm-lock.yaml ./\nRUN pnpm install --prod\n',
    differs: ['-   root /app $ pnpm install --prod', '+   root /app $ pnpm install --frozen-lockfile --prod'],
  },
  {
    rule: 'lockfile-not-frozen',
    before: 'FROM node:24-slim\nWORKDIR /app\nCOPY package.json yarn.lock ./\nRUN yarn install --production\n',
    files: {
      'package.json': '{ "dependencies": { "express": "^5.1.0" } }\n',
      'yarn.lock': '# yarn lockfile v1\n\nexpress@^5.1.0:\n  version "5.1.0"\n',
    },
    differs: [
      '-   root /app $ yarn install --production',
      '+   root /app $ yarn install --frozen-lockfile --production',
    ],
  },
  {
    rule: 'cargo-install-unlocked',
    before: 'FROM rust:1.90\nRUN cargo install cargo-chef\n',
    differs: ['-   root / $ cargo install cargo-chef', '+   root / $ cargo install --locked cargo-chef'],
  },
  {
    rule: 'lockfile-not-copied',
    before: 'FROM node:24-slim\nWORKDIR /app\nCOPY package.json ./\nRUN npm install\n',
    files: {
      'package.json': '{ "dependencies": { "express": "^5.1.0" } }\n',
      'package-lock.json': '{ "lockfileVersion": 3 }\n',
    },
    differs: ['+ COPY package-lock.json -> /app/'],
  },
  {
    rule: 'run-continues-after-failure',
    before:
      'FROM debian:13-slim\nRUN <<EOF\napt-get update\napt-get install -y --no-install-recommends git\nrm -rf /var/lib/apt/lists/*\nEOF\n',
    differs: ['- goes on where apt-get fails', '+ stops where apt-get fails'],
  },
  {
    rule: 'run-continues-after-failure',
    before: 'FROM debian:13\nRUN set -x; make; build || true; install\n',
    differs: ['- goes on where make fails', '+ stops where make fails'],
  },
  {
    rule: 'apt-not-apt-get',
    before:
      'FROM debian:13-slim\nRUN apt update \\\n    && apt install -y --no-install-recommends git \\\n    && rm -rf /var/lib/apt/lists/*\n',
    differs: [
      '-   root / $ apt update',
      '-   root / $ apt install -y --no-install-recommends git',
      '+   root / $ apt-get update',
      '+   root / $ apt-get install -y --no-install-recommends git',
      '- stops where apt fails',
      '+ stops where apt-get fails',
    ],
  },
  {
    rule: 'apt-not-apt-get',
    before: 'FROM debian:13\nRUN apt update; sudo apt -y install a && apt clean\n',
    differs: [
      '-   root / $ apt update',
      '-   root / $ sudo apt -y install a',
      '-   root / $ apt clean',
      '+   root / $ apt-get update',
      '+   root / $ sudo apt-get -y install a',
      '+   root / $ apt-get clean',
      '- stops where apt fails',
      '+ stops where apt-get fails',
    ],
  },
  {
    rule: 'pipefail-missing',
    before: 'FROM debian:13-slim\nRUN curl -fsSL https://example.org/install.sh | sh\n',
    differs: [
      '-   = shell /bin/sh -c',
      '+   = shell /bin/bash -o pipefail -c',
      '- goes on where curl fails',
      '+ stops where curl fails',
    ],
  },
];
