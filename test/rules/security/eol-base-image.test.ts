import rule from '../../../src/rules/security/eol-base-image.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM python:3.13-slim',
    { code: 'FROM python:3.8', date: '2024-10-07' },
    'FROM python',
    'FROM python:slim',
    'FROM acme/python:3.8',
    'FROM ubuntu:24.04',
    'ARG VERSION\nFROM node:$VERSION',
    'FROM scratch',
    'FROM debian:bookworm AS build\nFROM build',
  ],
  invalid: [
    {
      code: 'FROM python:3.8 AS build\nRUN true',
      finds: [['ended', 'python:3.8']],
      says: [
        '`python:3.8`: Python 3.8 reached its end of life on 2024-10-07, so holes that are found in it stay open; `python:3.11` is still looked after.',
      ],
      fixed: null,
      fixedUnsafely: 'FROM python:3.11 AS build\nRUN true',
    },
    {
      code: 'ARG X\nfrom --platform=linux/amd64 docker.io/library/debian:10-slim  AS x',
      finds: [['ended', 'docker.io/library/debian:10-slim']],
      fixed: null,
      fixedUnsafely: 'ARG X\nfrom --platform=linux/amd64 docker.io/library/debian:13-slim  AS x',
    },
    {
      code: 'FROM node:18 AS a\nRUN true\nFROM node:18 AS b\nRUN true\nFROM node:18\nCOPY --from=a /a /a\nCOPY --from=b /b /b',
      finds: [['ended', 'node:18']],
      fixed: null,
      fixedUnsafely:
        'FROM node:24 AS a\nRUN true\nFROM node:24 AS b\nRUN true\nFROM node:24\nCOPY --from=a /a /a\nCOPY --from=b /b /b',
    },
    {
      code: 'FROM debian:buster-slim\r\nFROM node:18-alpine AS x\r\n',
      finds: [
        ['ended', 'debian:buster-slim'],
        ['ended', 'node:18-alpine'],
      ],
      fixed: null,
      fixedUnsafely: 'FROM debian:trixie-slim\r\nFROM node:24-alpine AS x\r\n',
    },
    {
      code: 'ARG NODE=14\nFROM node:$NODE',
      finds: [['ended', 'node:$NODE']],
      fixed: null,
    },
    {
      code: `FROM node:14@sha256:${'a'.repeat(64)}`,
      finds: [['ended', `node:14@sha256:${'a'.repeat(64)}`]],
      fixed: null,
    },
    {
      code: 'FROM python:3.8-slim\nCOPY --from=x /usr/local/lib/python3.8/site-packages /x',
      date: '2026-11-15',
      finds: [['ended', 'python:3.8-slim']],
      fixed: null,
    },
    {
      code: 'FROM debian:buster\nRUN echo deb http://archive.debian.org/debian buster main > /etc/apt/sources.list',
      date: '2026-11-15',
      finds: [['ended', 'debian:buster']],
      fixed: null,
    },
    {
      code: 'FROM python:3.8-slim\nRUN pip install a==3.8.1 b==13.8',
      date: '2026-11-15',
      finds: [['ended', 'python:3.8-slim']],
      fixed: null,
      fixedUnsafely: 'FROM python:3.11-slim\nRUN pip install a==3.8.1 b==13.8',
    },
  ],
});
