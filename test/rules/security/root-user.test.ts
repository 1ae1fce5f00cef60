import rule from '../../../src/rules/security/root-user.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM debian:13\nCOPY a /\nCMD qemu-system-x86_64 -smp $(nproc) -hda /a',
    'FROM debian:13\nCOPY a /\nCMD ["bash", "-c", "mysqld_safe"]',
    'FROM debian:13\nCOPY docker-entrypoint.sh /\nENTRYPOINT ["bash", "/docker-entrypoint.sh"]\nCMD ["apache2-foreground"]',
    'FROM node:24\nCOPY . .\nUSER node\nCMD ["node", "a.js"]',
    'FROM gcr.io/distroless/static:nonroot\nCOPY app /\nENTRYPOINT ["/app"]',
    'FROM golang AS build\nUSER root\nRUN go build\nFROM gcr.io/distroless/static-debian12:nonroot\nCMD ["/app"]',
    'FROM nginx:1.29\nCOPY site /usr/share/nginx/html',
    'FROM postgres:17\nCOPY init.sql /docker-entrypoint-initdb.d/',
    'FROM php:8.4-apache\nCOPY . /var/www/html/',
    'FROM acme/app\nCMD ["serve"]',
    'ARG BASE\nFROM $BASE\nCMD ["serve"]',
    'FROM debian:13\nRUN apt-get install -y gosu\nCOPY entry.sh /\nENTRYPOINT ["/entry.sh"]',
    'FROM debian:13\nCMD ["/usr/bin/supervisord", "-n"]',
    'FROM alpine\nRUN apk add strace\nENTRYPOINT ["strace"]',
    'FROM debian:13\nRUN apt-get install -y nginx\nCMD nginx -g "daemon off;"',
    {
      code: 'FROM alpine\nCOPY run/entry.sh /usr/local/bin/\nENTRYPOINT ["entry.sh"]\nCMD ["serve"]',
      context: { 'run/entry.sh': '#!/bin/sh\nexec su-exec app "$@"\n' },
    },
    {
      code: 'FROM alpine\nCOPY . /\nENTRYPOINT ["/docker-entrypoint.sh"]\nCMD ["serve"]',
      context: { 'docker-entrypoint.sh': '#!/bin/sh\nexec su-exec app "$@"\n' },
    },
    // Work that ends, tools that a person runs, stages to develop in.
    'FROM golang:1.26\nCOPY . /src\nCMD ["/src/packaging/build.sh"]',
    'FROM python:3.13\nCOPY . .\nRUN pip install -r requirements.txt\nCMD ["pytest", "-q"]',
    'FROM alpine\nCOPY scan /usr/bin/\nENTRYPOINT ["scan"]\nCMD ["--help"]',
    'FROM node:24 AS dev-envs\nCOPY . .\nCMD ["npm", "start"]',
    'FROM alpine\nRUN apk add --no-cache iptables\nCOPY main.sh /\nENTRYPOINT ["/main.sh"]',
    'FROM alpine\nRUN apk add curl\nENTRYPOINT ["curl"]',
    'FROM debian:13\nRUN make',
    'FROM python:3.13\nRUN pip install x\nCMD ["python3"]',
    'FROM alpine\nCMD ["/bin/sh"]\nUSER root',
    'FROM alpine\nCMD sleep infinity',
    'FROM node:24\nONBUILD COPY . .\nCMD ["npm", "start"]',
    'FROM mcr.microsoft.com/windows/nanoserver:ltsc2022\nCMD ["app.exe"]',
    'FROM public.ecr.aws/lambda/python:3.13\nCMD ["app.handler"]',
    'FROM alpine\nUSER $USER\nCMD ["serve"]',
  ],
  invalid: [
    {
      code: 'FROM node:24\nWORKDIR /app\nCOPY . .\n\nCMD ["node", "server.js"]\n',
      finds: [['missing', 'node:24']],
      says: ['No USER, so that `node` runs as root: whoever takes it over is root in the container.'],
      fixed: null,
      fixedUnsafely: 'FROM node:24\nWORKDIR /app\nCOPY . .\n\nUSER node\nCMD ["node", "server.js"]\n',
    },
    {
      code: 'FROM debian:13\r\nRUN useradd app\r\nUSER root\r\nENTRYPOINT ["/usr/bin/tini", "--", "/srv/app"]',
      finds: [['root', 'root']],
      says: ['The last USER is `root`: whoever takes over the program is root in the container.'],
      fixed: null,
      fixedUnsafely: 'FROM debian:13\r\nRUN useradd app\r\nUSER app\r\nENTRYPOINT ["/usr/bin/tini", "--", "/srv/app"]',
    },
    {
      code: 'FROM node:24-alpine\nUSER 0:0\nRUN apk add --no-cache curl\n# start\nCMD npm start',
      finds: [['root', '0:0']],
      fixed: null,
      fixedUnsafely: 'FROM node:24-alpine\nUSER 0:0\nRUN apk add --no-cache curl\nUSER node\n# start\nCMD npm start',
    },
    {
      code: 'FROM debian:13\nCOPY app /bin/\nCMD app 2>&1 | tee /var/log/app.log',
      finds: [['missing', 'debian:13']],
      says: ['No USER, so that `app` runs as root: whoever takes it over is root in the container.'],
      fixed: null,
    },
    { code: 'FROM scratch\nCOPY app /\nENTRYPOINT ["/app"]', finds: [['missing', 'scratch']], fixed: null },
    { code: 'FROM node:24\nWORKDIR /root/app\nCMD node a.js', finds: [['missing', 'node:24']], fixed: null },
    {
      code: 'FROM debian:13\nRUN useradd a && useradd b\nEXPOSE 80\nCMD ["/srv/app"]',
      finds: [['missing', 'debian:13']],
      fixed: null,
    },
    {
      code: 'FROM debian:13 AS a\nRUN make\nUSER root\nFROM debian:13\nCOPY --from=x /a /a',
      options: { always: true },
      finds: [
        ['root', 'root'],
        ['missing', 'debian:13'],
      ],
      fixed: null,
    },
    ...['RUN npm ci \\', 'RUN npm ci \\\n# and', 'RUN <<EOF\nnpm ci'].map(open => ({
      code: `FROM node:24\nCOPY . /app\nCMD ["node", "a.js"]\n${open}`,
      finds: [['missing', 'node:24']] as const,
      fixed: null,
    })),
  ],
});
