import rule from '../../../src/rules/correctness/libc-mismatch.ts';
import { testRule } from '../../support/rule-tester.ts';

const LOCK = (facts: object): string =>
  JSON.stringify({ lockfileVersion: 3, packages: { '': {}, 'node_modules/bcrypt': { version: '5.1.1', ...facts } } });

testRule(rule, {
  valid: [
    'FROM golang:1.25 AS build\nRUN CGO_ENABLED=0 go build -o /out/a .\nFROM alpine\nCOPY --from=build /out/a /a\nEXPOSE 80',
    'FROM golang:1.25 AS build\nENV CGO_ENABLED=0\nRUN go build -o /out/a .\nFROM scratch\nCOPY --from=build /out/a /a\nEXPOSE 80',
    'FROM golang:1.25 AS build\nARG CGO_ENABLED\nRUN go build -o /a .\nFROM scratch\nCOPY --from=build /a /a\nEXPOSE 80',
    'FROM golang:1.25 AS build\nRUN GOOS=linux go build -o /a .\nFROM alpine\nCOPY --from=build /a /a\nEXPOSE 80',
    'FROM golang:1.25 AS build\nRUN go build -o /a .\nFROM alpine\nCOPY --from=build /a /a',
    'FROM golang:1.25-alpine AS build\nRUN go build -o /a .\nFROM debian:13\nCOPY --from=build /a /a\nEXPOSE 80',
    'FROM rust:1.90 AS build\nRUN cargo build --release --target x86_64-unknown-linux-musl\nFROM alpine\nCOPY --from=build /src/target/x86_64-unknown-linux-musl/release/a /a',
    'FROM rust:1.90 AS build\nRUN cargo build --release\nFROM debian:13-slim\nCOPY --from=build /src/target/release/a /a',
    'FROM rust:1.90 AS build\nRUN cargo build --release\nFROM alpine\nRUN apk add gcompat\nCOPY --from=build /src/target/release/a /a',
    'FROM rust:1.90-alpine AS build\nRUN cargo build --release\nFROM debian:13\nCOPY --from=build /src/target/release/a /a',
    'FROM gcc:15 AS build\nRUN gcc -static -o /a a.c\nFROM alpine\nCOPY --from=build /a /a',
    'FROM alpine\nCOPY --from=docker:28-cli /usr/local/bin/docker /usr/local/bin/',
    'FROM debian:13\nCOPY --from=docker:28-cli /usr/local/bin/docker /usr/local/bin/',
    'FROM acme/base\nCOPY --from=node:24 /usr/local/bin/node /usr/local/bin/',
    'FROM node:24 AS build\nRUN npm ci\nFROM node:24-alpine\nCOPY --from=build /app/node_modules node_modules',
    {
      code: 'FROM node:24 AS build\nRUN npm ci\nFROM node:24-alpine\nCOPY --from=build /app/node_modules node_modules',
      context: { 'package.json': '{}', 'package-lock.json': LOCK({ dev: true, hasInstallScript: true }) },
    },
  ],
  invalid: [
    {
      code: 'FROM rust:1.90 AS build\nRUN cargo build --release\nFROM alpine:3.22\nCOPY --from=build /src/target/release/a /a',
      finds: [['program', '/src/target/release/a']],
      says: ['`/src/target/release/a` is linked against glibc in `build`, and this stage has musl: it does not start.'],
    },
    {
      code: 'FROM rust:1.90 AS build\nRUN cargo build --release\nFROM nginx:1.29-alpine\nCOPY --from=build /app/target/release/ /usr/local/bin/',
      finds: [['program', '/app/target/release/']],
    },
    {
      code: 'FROM alpine:3.22\nCOPY --from=node:24-slim /usr/local/bin/node /usr/local/bin/node',
      finds: [['program', '/usr/local/bin/node']],
    },
    {
      code: 'FROM golang:1.25 AS build\nRUN go build -o /out/server .\nFROM scratch\nCOPY --from=build /out/server /srv/server\nEXPOSE 8080',
      finds: [['program', '/out/server']],
      says: ['`/out/server` is linked against glibc in `build`, and this stage has no C library: it does not start.'],
    },
    {
      code: 'FROM alpine:3.22 AS build\nRUN apk add gcc && gcc -O2 a.c -o /a\nFROM debian:13\nCOPY --from=build /a /usr/bin/a',
      finds: [['program', '/a']],
    },
    {
      code: 'FROM node:24 AS build\nRUN npm ci\nFROM node:24-alpine\nCOPY --from=build /app/node_modules ./node_modules',
      context: { 'package.json': '{}', 'package-lock.json': LOCK({ hasInstallScript: true }) },
      finds: [['modules', '/app/node_modules']],
      says: ['`/app/node_modules` holds native code for glibc (`bcrypt`), and this stage has musl.'],
    },
  ],
});
