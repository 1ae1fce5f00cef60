import rule from '../../../src/rules/correctness/missing-user-account.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM node:24\nUSER node',
    'FROM alpine\nUSER 1000:1000\nUSER root',
    'FROM debian:13\nRUN useradd app\nUSER app',
    'FROM debian:13 AS base\nRUN adduser --system app\nFROM base\nUSER app\nCOPY --chown=app . /app',
    'FROM acme/unknown\nUSER app',
    'FROM debian:13\nRUN ./setup.sh\nUSER app',
    'FROM debian:13\nRUN echo "app:x:1000:1000::/:/bin/sh" >> /etc/passwd\nUSER app',
    'FROM debian:13\nRUN apt-get install -y postgresql\nUSER postgres',
    'FROM debian:13\nRUN apt-get install -y tor\nUSER debian-tor',
    'FROM scratch\nCOPY --from=build /etc/passwd /etc/passwd\nUSER app',
    'FROM gcr.io/distroless/static-debian13\nUSER nonroot:nonroot',
    'FROM mcr.microsoft.com/windows/servercore:ltsc2022\nUSER ContainerUser',
    'FROM debian:13\nARG NAME=app\nUSER $NAME',
    'FROM mcr.microsoft.com/dotnet/aspnet:9.0\nUSER $APP_UID',
    'FROM debian:13\nUSER www-data',
  ],
  invalid: [
    {
      code: 'FROM debian:13\nUSER app:app',
      finds: [['user', 'app']],
      says: ['Nothing makes the user `app`, and the base image does not have it: what runs as it fails.'],
    },
    {
      code: 'FROM node:24\nCOPY --chown=app:app . /app\nRUN useradd app\nUSER app',
      finds: [['owner', 'app']],
      says: [
        'Nothing before makes the user `app`, and the base image does not have it: this copy stays root’s with BuildKit, and fails elsewhere.',
      ],
    },
    { code: 'FROM scratch\nCOPY app /app\nUSER nobody', finds: [['user', 'nobody']] },
    { code: 'FROM debian:13\nRUN apt-get install -y tor\nUSER app', finds: [['user', 'app']] },
    { code: 'FROM python:3.13-slim\nUSER node', finds: [['user', 'node']] },
  ],
});
