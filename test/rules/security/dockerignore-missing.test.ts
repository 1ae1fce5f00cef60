import rule from '../../../src/rules/security/dockerignore-missing.ts';
import { testRule } from '../../support/rule-tester.ts';

const MODULES = { 'package.json': '{}', 'package-lock.json': '{}', 'node_modules/x/index.js': '' };

testRule(rule, {
  valid: [
    'FROM node\nCOPY . .',
    { code: 'FROM node\nCOPY . .\nRUN npm ci', context: { ...MODULES, '.dockerignore': '' } },
    { code: 'FROM node\nCOPY . .', context: { 'a.js': '', Dockerfile: '' } },
    { code: 'FROM node\nCOPY package.json src ./\nRUN npm ci', context: MODULES },
    { code: 'FROM node\nCOPY . .', context: MODULES },
    { code: 'FROM node\nCOPY . .\nRUN git describe > version', context: { '.git/HEAD': '', 'a.js': '' } },
    { code: 'FROM rust\nCOPY . .\nRUN cargo build', context: { '.git/HEAD': '', 'Cargo.toml': 'vergen = "9"' } },
    { code: 'FROM python\nCOPY . .\nCOPY venv /venv', context: { 'venv/pyvenv.cfg': '' } },
    { code: 'FROM rust\nCOPY . .\nRUN cargo build', context: { 'Cargo.toml': '', 'src/target/mod.rs': '' } },
    { code: 'FROM rust\nCOPY .git .git\nCOPY . .', context: { '.git/HEAD': '' } },
    { code: 'FROM rust\nCOPY . .\nRUN --mount=source=.git,target=/g x', context: { '.git/HEAD': '' } },
    { code: 'FROM node\nCOPY --from=a . .', context: { '.git/HEAD': '' } },
  ],
  invalid: [
    {
      code: 'FROM python\nCOPY . /app\nRUN pip install -r /app/requirements.txt\n',
      context: { 'requirements.txt': 'flask', 'app.py': '' },
      finds: [['later', '.']],
      says: ['There is no .dockerignore, so that `.` also takes `.git`, `.venv` from the folder that people work in.'],
      fixed: null,
      writes: { '.dockerignore': '.git\n.venv\n.dockerignore\nDockerfile\n' },
    },
    {
      code: 'FROM rust AS build\nCOPY . .\nRUN cargo build\nFROM debian\nCOPY --from=build /target/release/app /',
      context: { 'Cargo.toml': '', 'target/CACHEDIR.TAG': '', 'target/debug/app': '', 'a/target/b.rs': '' },
      finds: [['missing', '.']],
      fixed: null,
      writes: { '.dockerignore': 'target\n.dockerignore\nDockerfile\n' },
    },
    {
      code: 'FROM node\nCOPY . .\nRUN npm ci\n',
      context: { ...MODULES, '.git/HEAD': '' },
      finds: [['missing', '.']],
      says: ['There is no .dockerignore, so that `.` brings `.git`, `node_modules` along.'],
      fixed: null,
      writes: { '.dockerignore': '.git\nnode_modules\n.dockerignore\nDockerfile\n' },
    },
    {
      code: 'FROM node\nCOPY Dockerfile /\nADD ./ /app\nRUN npm ci',
      context: { 'a/node_modules/x': '', 'a/package.json': '', 'a/__pycache__/b.pyc': '' },
      finds: [['missing', './']],
      fixed: null,
      writes: { '.dockerignore': '**/node_modules\n**/__pycache__\n.dockerignore\n' },
    },
  ],
});
