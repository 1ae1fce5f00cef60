import rule from '../../../src/rules/cache/missing-cache-mount.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM node:22\nRUN --mount=type=cache,target=/root/.npm npm ci',
    'FROM python:3.13\nRUN --mount=type=cache,target=/root/.cache pip install flask',
    'FROM node:22\nUSER node\nRUN npm ci',
    'FROM python:3.13\nENV PIP_CACHE_DIR=/opt/pip\nRUN pip install flask',
    'FROM node:22\nRUN npm run build',
    'FROM node:22\nONBUILD RUN npm ci',
  ],
  invalid: [
    {
      code: 'FROM node:22\nCOPY package*.json ./\nRUN npm ci',
      finds: [['missing', 'npm ci']],
      says: ['npm downloads everything again whenever this step is built; a cache mount on `/root/.npm` keeps it.'],
      fixed: null,
      fixedUnsafely: 'FROM node:22\nCOPY package*.json ./\nRUN --mount=type=cache,target=/root/.npm \\\n    npm ci',
    },
    {
      code: 'FROM python:3.13\r\nRUN pip install --no-cache-dir -r requirements.txt && \\\r\n  python -c 1\r\n',
      finds: [['missing', 'pip install']],
      fixed: null,
      fixedUnsafely:
        'FROM python:3.13\r\nRUN --mount=type=cache,target=/root/.cache/pip \\\r\n  pip install -r requirements.txt && \\\r\n  python -c 1\r\n',
    },
    {
      code: 'FROM golang:1.25\nRUN --mount=type=cache,target=/go/pkg/mod go build ./...',
      finds: [['missing', 'go build']],
      fixed: null,
      fixedUnsafely:
        'FROM golang:1.25\nRUN --mount=type=cache,target=/go/pkg/mod --mount=type=cache,target=/root/.cache/go-build \\\n    go build ./...',
    },
    {
      code: 'FROM node:22\nRUN ["npm", "ci"]',
      finds: [['missing', '"npm", "ci"']],
      fixed: null,
    },
  ],
});
