import rule from '../../../src/rules/size/build-tools-in-final.ts';
import { testRule } from '../../support/rule-tester.ts';

const START = 'CMD ["gunicorn", "app:app"]';
const PIP = 'COPY . .\nRUN pip install -r requirements.txt\n';
const go = { 'go.mod': 'module example.com/api\n\ngo 1.26\n', 'main.go': 'package main\n\nfunc main() {}\n' };

testRule(rule, {
  valid: [
    `FROM python:3.13-slim\n${PIP}${START}`,
    // Taken away in the end.
    `FROM python:3.13-slim\nCOPY . .\nRUN apt-get update && apt-get install -y gcc && pip install . && apt-get purge -y gcc\n${START}`,
    `FROM python:3.13-slim\nCOPY . .\nRUN apt-get update && apt-get install -y gcc && pip install . && apt-get purge -y --auto-remove $TOOLS\n${START}`,
    `FROM python:3.13-alpine\nCOPY . .\nRUN apk add --no-cache --virtual .build gcc musl-dev && pip install . && apk del .build\n${START}`,
    // In a stage that stays behind.
    `FROM python:3.13 AS build\nRUN apt-get update && apt-get install -y gcc\n${PIP}FROM python:3.13-slim\nCOPY --from=build /venv /venv\n${START}`,
    // Nothing is built here: it may be at run time.
    'FROM debian:trixie\nRUN apt-get update && apt-get install -y gcc\nCMD ["judge"]',
    // Images to work in, and bases.
    `FROM python:3.13-slim\nRUN apt-get update && apt-get install -y gcc\n${PIP}`,
    `FROM python:3.13-slim\nRUN apt-get update && apt-get install -y gcc\n${PIP}CMD ["python3"]`,
    `FROM python:3.13-slim AS dev\nRUN apt-get update && apt-get install -y gcc\n${PIP}${START}`,
    `FROM jupyter/base-notebook\nRUN apt-get update && apt-get install -y gcc\n${PIP}CMD ["jupyter", "lab"]`,
    `FROM python:3.13-slim\nRUN apt-get update && apt-get install -y gcc\n${PIP}CMD ["bash"]`,
    // What the script does with them is not known.
    `FROM python:3.13-slim\nRUN apt-get update && apt-get install -y gcc\n${PIP}ENTRYPOINT ["/entrypoint.sh"]`,
    // Programs load a library by the name that only this package has.
    'FROM alpine\nRUN apk add libpcap-dev\nRUN make install\nCMD ["masscan"]',
    `FROM python:3.13-slim\nARG TOOLS\nRUN if [ -n "$TOOLS" ]; then apt-get update && apt-get install -y gcc; fi\n${PIP}${START}`,
    `FROM debian:13\nRUN apt-get update && apt-get install -y build-essential debhelper\nRUN make\nCMD export V=1 && debuild -us -uc -b && mv /tmp/*.deb /dist`,
    // They run the SDK.
    'FROM golang:1.26\nCOPY . .\nCMD ["go", "run", "."]',
    'FROM mcr.microsoft.com/dotnet/sdk:9.0\nCOPY . .\nENTRYPOINT ["dotnet", "watch", "run"]',
    'FROM maven:3.9-eclipse-temurin-21\nCOPY . .\nCMD mvn spring-boot:run',
    'FROM golang:1.26\nCOPY . .\nRUN go build -o /api .',
    'FROM swift:6.2-slim\nCOPY api /\nCMD ["/api"]',
    // `missing-multi-stage` says it, with what `optimize` does.
    {
      code: 'FROM golang:1.26\nWORKDIR /src\nCOPY . .\nRUN CGO_ENABLED=0 go build -o /api .\nCMD ["/api"]',
      context: go,
    },
  ],
  invalid: [
    {
      code: 'FROM golang:1.26\nCOPY . .\nRUN go build -o /api .\nCMD ["/api"]',
      finds: [['image', 'golang:1.26']],
      says: ['`golang:1.26` ships the Go toolchain with `api`, which runs without: a stage of its own can build.'],
    },
    {
      code: 'FROM maven:3.9-eclipse-temurin-21 AS build\nRUN mvn package\nFROM build\nENTRYPOINT exec java -jar app.jar',
      finds: [['image', 'build']],
    },
    {
      code: 'from mcr.microsoft.com/dotnet/sdk:9.0\r\nrun dotnet publish -o /app\r\nentrypoint ["dotnet", "/app/x.dll"]',
      finds: [['image', 'mcr.microsoft.com/dotnet/sdk:9.0']],
    },
    {
      code: `FROM python:3.13-slim\nRUN apt-get update && apt-get install -y \\\n    curl \\\n    gcc \\\n    libpq-dev python3-dev\n${PIP}${START}`,
      finds: [['packages', 'gcc']],
      says: [
        '`gcc`, `libpq-dev` and 1 more are for building only, and ship with `gunicorn`: a stage of its own can build.',
      ],
    },
    {
      code: 'FROM node:24-alpine\nRUN apk add --no-cache python3 make g++\nCOPY . .\nRUN npm ci\nCMD ["tini", "--", "node", "server.js"]',
      finds: [['packages', 'make']],
      says: ['`make` and `g++` are for building only, and ship with `node`: a stage of its own can build.'],
    },
    {
      code: `FROM python:3.13-slim AS base\nRUN apt-get update && apt-get install -y build-essential\n${PIP}FROM base AS worker\nCMD ["celery"]\nFROM base\n${START}`,
      finds: [['packages', 'build-essential']],
    },
  ],
});
