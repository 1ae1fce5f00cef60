import rule from '../../../src/rules/stages/copies-whole-stage.ts';
import { testRule } from '../../support/rule-tester.ts';

const GO = 'FROM golang:1.26 AS build\nWORKDIR /app\nCOPY . .\nRUN go build -o server .\n';
const NODE = 'FROM node:24 AS build\nWORKDIR /app\nCOPY . .\nRUN npm ci && npm run build\n';

testRule(rule, {
  valid: [
    `${GO}FROM alpine\nCOPY --from=build /app/server /app/`,
    // Published into a folder of its own.
    'FROM mcr.microsoft.com/dotnet/sdk:9.0 AS build\nWORKDIR /src\nCOPY . .\nRUN dotnet publish -o /app\nFROM mcr.microsoft.com/dotnet/aspnet:9.0\nCOPY --from=build /app .',
    // An interpreter runs from the source.
    'FROM python:3.13 AS build\nWORKDIR /app\nCOPY . .\nRUN pip install -r requirements.txt\nFROM python:3.13-slim\nCOPY --from=build /app /app',
    'FROM python:3.13 AS build\nWORKDIR /app\nCOPY . .\nRUN make\nFROM python:3.13-slim\nCOPY --from=build /app /app',
    'FROM node:24 AS build\nWORKDIR /app\nCOPY . .\nRUN npm ci --omit=dev\nFROM node:24-slim\nCOPY --from=build /app /app',
    `${NODE}RUN npm prune --omit=dev\nFROM node:24-slim\nCOPY --from=build /app /app`,
    `${GO}RUN rm -rf /app/internal /app/*.go\nFROM alpine\nCOPY --from=build /app /app`,
    `${GO}FROM alpine\nCOPY --exclude=**/*.go --from=build /app /app`,
    // Into a stage that does not ship.
    `${GO}FROM golang:1.26 AS test\nCOPY --from=build /app /app\nRUN go test ./...\nFROM alpine\nCOPY --from=test /app/server /`,
    // Nothing is there but what was built.
    'FROM golang:1.26 AS build\nENV GOBIN=/usr/local/bin\nRUN go install ./...\nFROM alpine\nCOPY --from=build /usr/local/bin /usr/local/bin',
    'FROM python:3.13 AS build\nRUN pip install gunicorn\nFROM python:3.13-slim\nCOPY --from=build /usr/local/bin/gunicorn /usr/local/bin/',
    'FROM debian:trixie AS rootfs\nRUN apt-get update\nFROM scratch\nCOPY --from=rootfs /usr/bin /opt/bin',
    // Flattened on purpose.
    'FROM debian:trixie AS base\nRUN apt-get update\nFROM scratch\nCOPY --from=base / /',
    // An image that is made to be copied whole.
    'FROM debian:trixie\nCOPY --from=gloursdocker/docker / /',
    'FROM --platform=$BUILDPLATFORM tonistiigi/xx:1.9 AS xx\nFROM golang:1.26-alpine\nCOPY --link --from=xx / /',
    'FROM alpine AS a\nFROM debian:trixie\nCOPY --from=a / /rootfs',
    'FROM alpine AS a\nARG WHERE\nFROM debian:trixie\nARG WHERE\nCOPY --from=a $WHERE /',
  ],
  invalid: [
    {
      code: 'FROM debian:trixie AS build\nRUN make\nFROM debian:trixie-slim\nCOPY --from=build / /',
      finds: [['root', '/']],
      says: [
        'All of `build` is copied, its whole system and what only the build needed: the image gains nothing by the stage.',
      ],
    },
    { code: `${GO}FROM scratch\nCOPY --from=build / /`, finds: [['root', '/']] },
    { code: 'FROM alpine AS base\nFROM alpine\ncopy --from=0 --link ["/.", "//"]', finds: [['root', '"/."']] },
    {
      code: 'FROM debian:trixie\nCOPY --from=gloursdocker/docker / /',
      options: { images: true },
      finds: [['root', '/']],
    },
    {
      code: 'FROM python:3.13 AS build\nRUN pip install gunicorn\nFROM python:3.13-slim\nCOPY --from=build /usr/local/bin/ /usr/local/bin',
      finds: [['programs', '/usr/local/bin/']],
      says: [
        'All of `/usr/local/bin` of `build` is copied, with the programs of its base image and those that only the build needed.',
      ],
    },
    {
      code: 'FROM debian:trixie AS build\nRUN make install\nFROM debian:trixie-slim\nCOPY --from=build /usr /usr',
      finds: [['programs', '/usr']],
    },
    {
      code: `${GO}FROM alpine\nWORKDIR /srv\nCOPY --from=build /app/ .`,
      finds: [['tree', '/app/']],
      says: ['`/app` of `build` holds the source that was built there: it ships with what came out of it.'],
    },
    { code: `${NODE}FROM node:24-slim\r\nCOPY --from=build \\\r\n  app /app`, finds: [['tree', 'app']] },
    {
      code: 'FROM rust:1.90 AS build\nWORKDIR /app\nCOPY Cargo.toml ./\nCOPY src ./src\nRUN cargo build --release\nFROM debian:trixie-slim\nCOPY --from=build /app /app',
      finds: [['tree', '/app']],
    },
  ],
});
