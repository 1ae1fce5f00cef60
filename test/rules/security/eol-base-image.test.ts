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
        '`python:3.8`: python 3.8 reached its end of life on 2024-10-07, so holes that are found in it stay open; `python:3.11` is still looked after.',
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
  ],
});
