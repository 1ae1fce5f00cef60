import rule from '../../../src/rules/portability/build-platform-missing.ts';
import { testRule } from '../../support/rule-tester.ts';

const end = '\nFROM scratch\nCOPY --from=build /app /app';

testRule(rule, {
  valid: [
    `FROM --platform=$BUILDPLATFORM golang:1.25 AS build\nARG TARGETARCH\nRUN GOARCH=$TARGETARCH go build -o /app${end}`,
    `FROM golang:1.25 AS build\nRUN go build -o /app${end}`,
    `FROM golang:1.25 AS build\nRUN GOARCH=amd64 go build -o /app${end}`,
    'FROM golang:1.25\nARG TARGETARCH\nRUN GOARCH=$TARGETARCH go build -o /app',
    'FROM golang:1.25 AS build\nARG TARGETARCH\nRUN GOARCH=$TARGETARCH go build -o /app\nFROM build\nCMD ["/app"]',
    `FROM debian:13 AS build\nARG TARGETARCH\nRUN curl -o /app https://example.org/$TARGETARCH${end}`,
    'FROM node:24 AS build\nRUN npm ci && npm run build\nFROM node:24-slim\nCOPY --from=build /app /app',
    'FROM node:24 AS build\nRUN npm ci && npm test\nFROM nginx:1.29\nCOPY --from=build /app/dist /usr/share/nginx/html',
    'FROM node:24\nRUN npm run build',
  ],
  invalid: [
    {
      code: `FROM golang:1.25 AS build\nARG TARGETOS TARGETARCH\nRUN CGO_ENABLED=0 GOOS=\${TARGETOS} GOARCH=\${TARGETARCH} go build -o /app${end}`,
      finds: [['crossCompiles', 'golang:1.25']],
      says: [
        'The stage compiles for TARGETARCH by itself, and still runs emulated: `--platform=$BUILDPLATFORM` spares that.',
      ],
    },
    {
      code: `FROM mcr.microsoft.com/dotnet/sdk:9.0 AS build\nARG TARGETARCH\nRUN dotnet publish -a $TARGETARCH -o /app${end}`,
      finds: [['crossCompiles', 'mcr.microsoft.com/dotnet/sdk:9.0']],
    },
    {
      code: 'FROM node:24 AS build\nRUN npm ci && npm run build\nFROM nginx:1.29\nCOPY --from=build /app/dist /usr/share/nginx/html',
      finds: [['frontEnd', 'node:24']],
      says: [
        'What is built here is the same for each platform, and still is built emulated for each: `--platform=$BUILDPLATFORM` spares that.',
      ],
    },
  ],
});
