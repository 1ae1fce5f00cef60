import rule from '../../../src/rules/reproducibility/base-image-latest.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM node:24',
    'FROM node',
    'FROM node:lts',
    `FROM node:latest@sha256:${'a'.repeat(64)}`,
    'ARG TAG\nFROM node:$TAG',
    'ARG TAG=24\nFROM node:$TAG',
    { code: 'ARG TAG=latest\nFROM node:$TAG', buildArgs: { TAG: '24' } },
    { code: 'ARG TAG=latest\nFROM node:$TAG', options: { argDefaults: false } },
    'FROM node:24 AS latest\nFROM latest',
    'ARG TAG=latest\nFROM ghcr.io/acme/base:${TAG}',
    'FROM lukemathwalker/cargo-chef:latest-rust-1.95 AS chef',
  ],
  invalid: [
    { code: 'FROM node:latest AS build', finds: [['moving', 'node:latest']] },
    { code: 'FROM ghcr.io/acme/app:latest-alpine', finds: [['moving', 'ghcr.io/acme/app:latest-alpine']] },
    { code: 'ARG TAG=latest\nFROM node:$TAG', finds: [['moving', 'node:$TAG']] },
    { code: 'ARG BASE=acme/base:latest\nFROM ${BASE}', finds: [['moving', '${BASE}']] },
    {
      code: 'ARG TAG=latest\nFROM ghcr.io/acme/base:$TAG',
      options: { ownImages: true },
      finds: [['moving', 'ghcr.io/acme/base:$TAG']],
    },
    {
      code: 'ARG REGISTRY=docker.io\nFROM "$REGISTRY/node:latest"',
      options: { argDefaults: false },
      finds: [['moving', '"$REGISTRY/node:latest"']],
    },
    {
      code: 'FROM debian:stable-slim\nFROM nginx:alpine\nFROM node:24-alpine',
      options: rule.presetOptions?.strict ?? {},
      finds: [
        ['moving', 'debian:stable-slim'],
        ['moving', 'nginx:alpine'],
      ],
    },
  ],
});
