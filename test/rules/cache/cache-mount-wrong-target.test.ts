import rule from '../../../src/rules/cache/cache-mount-wrong-target.ts';
import { testRule } from '../../support/rule-tester.ts';

const MOUNT = 'RUN --mount=type=cache,target=';

testRule(rule, {
  valid: [
    `FROM python:3.13\n${MOUNT}/root/.cache/pip pip install flask`,
    `FROM python:3.13\n${MOUNT}/root/.cache pip install flask`,
    `FROM python:3.13\n${MOUNT}/root/.cache/pip ./install.sh`,
    `FROM python:3.13\n${MOUNT}/root/.cache/pip uv pip install flask && make`,
    `FROM python:3.13\nENV UV_CACHE_DIR=/opt/uv\n${MOUNT}/opt/uv uv sync`,
    `FROM python:3.13\nENV UV_CACHE_DIR=$CACHE\n${MOUNT}/root/.cache/uv uv sync`,
    `FROM node:22\n${MOUNT}/app/.next/cache npm ci`,
    `FROM node:22\n${MOUNT}/root/.yarn/berry/cache yarn install`,
    `FROM node:22\nUSER node\n${MOUNT}/home/node/.npm npm ci`,
    `FROM node:22\n${MOUNT}/tmp/npm npm ci --cache /tmp/npm`,
    `FROM golang:1.25\n${MOUNT}/root/.cache/go-build go build ./...`,
    'FROM python:3.13\nRUN pip install --no-cache-dir flask',
    `FROM python:3.13\n${MOUNT}/var/cache/apt apt-get update && apt-get install -y gcc && pip install --no-cache-dir flask`,
  ],
  invalid: [
    {
      code: `FROM python:3.13\n${MOUNT}/root/.cache/pip uv sync`,
      finds: [['elsewhere', '/root/.cache/pip']],
      says: ['uv keeps its cache in `/root/.cache/uv` here, so the mount on `/root/.cache/pip` stays empty.'],
      fixed: `FROM python:3.13\n${MOUNT}/root/.cache/uv uv sync`,
    },
    {
      code: `FROM python:3.13\nENV UV_CACHE_DIR=/opt/uv\n${MOUNT}/root/.cache/uv,id=uv uv sync`,
      finds: [['elsewhere', '/root/.cache/uv']],
      fixed: `FROM python:3.13\nENV UV_CACHE_DIR=/opt/uv\n${MOUNT}/opt/uv,id=uv uv sync`,
    },
    {
      code: 'FROM node:22\nUSER node\nRUN --mount=type=cache,id=npm,dst=/root/.npm npm ci',
      finds: [['elsewhere', '/root/.npm']],
      fixed: 'FROM node:22\nUSER node\nRUN --mount=type=cache,id=npm,dst=/home/node/.npm npm ci',
    },
    {
      code: `FROM node:22\n${MOUNT}/root/.npm npm ci --cache /tmp/npm`,
      finds: [['elsewhere', '/root/.npm']],
      fixed: `FROM node:22\n${MOUNT}/tmp/npm npm ci --cache /tmp/npm`,
    },
    {
      code: `FROM node:22\n${MOUNT}~/.npm npm ci`,
      finds: [['elsewhere', '~/.npm']],
      fixed: `FROM node:22\n${MOUNT}/root/.npm npm ci`,
    },
    {
      code: `FROM rust:1\n${MOUNT}/root/.cargo/registry cargo build\n${MOUNT}/root/.npm cargo fetch`,
      finds: [['elsewhere', '/root/.npm']],
      fixed: null,
    },
    {
      code: `FROM python:3.13\r\n${MOUNT}/root/.cache/pip \\\r\n  pip install --no-cache-dir -r requirements.txt`,
      finds: [['switchedOff', '--no-cache-dir']],
      says: ['`--no-cache-dir` keeps pip from the cache that is mounted on `/root/.cache/pip`.'],
      fixed: `FROM python:3.13\r\n${MOUNT}/root/.cache/pip \\\r\n  pip install -r requirements.txt`,
    },
  ],
});
