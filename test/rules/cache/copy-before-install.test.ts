import rule from '../../../src/rules/cache/copy-before-install.ts';
import { testRule } from '../../support/rule-tester.ts';

const NODE = { 'package.json': '{"dependencies":{"a":"1"}}', 'package-lock.json': '{}', 'src/app.js': '' };
const PYTHON = {
  'requirements.txt': '-r requirements/base.txt\n',
  'requirements/base.txt': 'flask==3.1.2\n',
  'app.py': '',
};

testRule(rule, {
  valid: [
    // Developers' packages are taken out again.
    'FROM node:24 AS build\nCOPY package.json yarn.lock ./\nRUN --mount=type=cache,target=/root/.yarn yarn install\nCOPY . .\nRUN yarn build\nRUN yarn install --production',
    {
      code: 'FROM golang:1.25\nWORKDIR /src\nCOPY . .\nRUN go build -o /app .',
      context: { 'go.mod': 'module a\n', 'go.sum': 'b v1 h1:c=\n', 'main.go': '', 'vendor/modules.txt': '' },
    },
    {
      code: 'FROM golang:1.25\nWORKDIR /src\nCOPY go.* ./\nRUN go mod download\nCOPY . .\nRUN go build -o /app .',
      context: { 'go.mod': 'module a\n', 'go.sum': 'b v1 h1:c=\n', 'main.go': '' },
    },
    {
      code: 'FROM golang:1.25\nWORKDIR /src\nCOPY . .\nRUN go build -o /app .',
      context: { 'go.mod': 'module a\n', 'main.go': '' },
    },
    'FROM node:22\nCOPY package*.json ./\nRUN npm ci\nCOPY . .',
    'FROM node:22\nCOPY package*.json ./\nRUN npm ci\nCOPY . .\nRUN npm ci --omit=dev',
    'FROM node:22\nCOPY . .\nRUN --mount=type=cache,target=/root/.npm npm ci',
    'FROM node:22\nCOPY . .\nRUN npm install -g serve',
    'FROM node:22\nCOPY . .\nRUN npm install express',
    'FROM python:3.13\nCOPY . .\nRUN pip install .',
    'FROM python:3.13\nCOPY . .\nRUN pip install -r requirements.txt -e .',
    'FROM python:3.13\nCOPY requirements .\nRUN pip install -r base.txt',
    'FROM node:22 AS deps\nCOPY package.json .\nRUN npm install\nFROM deps\nCOPY . .\nRUN npm install',
    'FROM node:22\nCOPY --from=source . .\nRUN npm ci',
    'FROM node:22\nONBUILD COPY . .\nONBUILD RUN npm ci',
    'FROM golang:1.25\nCOPY . .\nRUN go build ./...',
    'FROM node:22\nCOPY $SOURCE .\nRUN npm ci',
    {
      code: 'FROM node:22\nCOPY . .\nRUN npm ci',
      context: { ...NODE, 'package.json': '{"scripts":{"postinstall":"node build.js"}}' },
    },
    {
      code: 'FROM node:22\nCOPY . .\nRUN npm ci',
      context: { ...NODE, 'package.json': '{"dependencies":{"a":"file:./a"}}', 'a/package.json': '{}' },
    },
  ],
  invalid: [
    {
      code: 'FROM golang:1.25\nWORKDIR /src\nCOPY . .\nRUN go build -o /app .',
      context: { 'go.mod': 'module a\n', 'go.sum': 'b v1 h1:c=\n', 'main.go': '' },
      finds: [['build', '.']],
      says: [
        '`.` is copied before `go build` in line 4, which downloads the dependencies first, again with every edit of the source.',
      ],
      fixed: null,
      fixedUnsafely:
        'FROM golang:1.25\nWORKDIR /src\nCOPY go.mod go.sum ./\nRUN go mod download\nCOPY . .\nRUN go build -o /app .',
    },
    {
      code: 'FROM rust:1\nCOPY . .\nRUN cargo build --release',
      context: { 'Cargo.toml': '', 'Cargo.lock': 'source = "registry+https://example.org"\n', 'src/main.rs': '' },
      finds: [['build', '.']],
      fixed: null,
    },
    {
      code: 'FROM node:22\nWORKDIR /app\nCOPY . .\nRUN npm ci\nCMD ["node", "src/app.js"]',
      finds: [['source', '.']],
      says: ['`.` is copied before `npm ci` in line 4, so every edit of the source installs all of it again.'],
      fixed: null,
    },
    {
      code: 'FROM node:22\nWORKDIR /app\nCOPY . .\nRUN npm ci\nCMD ["node", "src/app.js"]',
      context: NODE,
      finds: [['source', '.']],
      fixed: null,
      fixedUnsafely:
        'FROM node:22\nWORKDIR /app\nCOPY package-lock.json package.json ./\nRUN npm ci\nCOPY . .\nCMD ["node", "src/app.js"]',
    },
    {
      code: 'from node:22\r\nWORKDIR /app\r\n# All of it.\r\n  copy --chown=node . .\r\nRUN npm ci && npm run build\r\n',
      context: NODE,
      finds: [['source', '.']],
      fixed: null,
      fixedUnsafely:
        'from node:22\r\nWORKDIR /app\r\n# All of it.\r\n  copy --chown=node package-lock.json package.json ./\r\nRUN npm ci\r\n  copy --chown=node . .\r\n  RUN npm run build\r\n',
    },
    {
      code: 'FROM python:3.13\nWORKDIR /app\nADD ./ /app\nRUN pip install -r requirements.txt',
      context: PYTHON,
      finds: [['source', './']],
      fixed: null,
    },
    {
      code: 'FROM python:3.13\nWORKDIR /app\nCOPY ./ /app\nENV A=b\nRUN pip install -r requirements.txt\nRUN python -m compileall .',
      context: PYTHON,
      finds: [['source', './']],
      fixed: null,
      fixedUnsafely:
        'FROM python:3.13\nWORKDIR /app\nCOPY requirements.txt ./\nCOPY requirements/base.txt ./requirements/\nENV A=b\nRUN pip install -r requirements.txt\nCOPY ./ /app\nRUN python -m compileall .',
    },
    {
      code: 'FROM golang:1.25\nWORKDIR /src\nCOPY . .\nRUN go mod download\nRUN go build -o /app .',
      context: { 'go.mod': 'module a\n', 'go.sum': '', 'main.go': '' },
      finds: [['source', '.']],
      fixed: null,
      fixedUnsafely:
        'FROM golang:1.25\nWORKDIR /src\nCOPY go.mod go.sum ./\nRUN go mod download\nCOPY . .\nRUN go build -o /app .',
    },
    {
      code: 'FROM node:22\nCOPY . .\nRUN npm ci\nFROM python:3.13\nCOPY . .\nRUN pip install -r requirements.txt',
      finds: [
        ['source', '.'],
        ['source', '.'],
      ],
      fixed: null,
    },
    {
      code: 'FROM node:22\nWORKDIR /app\nCOPY . .\nRUN make something\nRUN npm ci',
      context: NODE,
      finds: [['source', '.']],
      fixed: null,
    },
  ],
});
