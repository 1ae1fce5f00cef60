import type { MeaningCase } from './case.ts';

export const correctness: readonly MeaningCase[] = [
  {
    rule: 'multiple-cmd',
    before: 'FROM nginx:1.29\nCMD ["nginx"]\nCMD ["nginx", "-g", "daemon off;"]\n',
    differs: [],
  },
  {
    rule: 'multiple-cmd',
    before: 'FROM debian:13\nCMD a\nRUN make\n# why\nCMD b \\\n  c\n',
    differs: [],
  },
  {
    rule: 'multiple-entrypoint',
    before: 'FROM alpine:3.22\nENTRYPOINT ["/setup.sh"]\nENTRYPOINT ["/server"]\n',
    differs: [],
  },
  {
    rule: 'multiple-healthcheck',
    before:
      'FROM nginx:1.29\nHEALTHCHECK CMD ["curl", "-f", "http://localhost/"]\nHEALTHCHECK CMD ["curl", "-f", "http://localhost/api"]\n',
    differs: [],
  },
  {
    rule: 'maintainer-deprecated',
    before: 'FROM alpine:3.22\nMAINTAINER Jo Doe <jo@example.org>\n',
    differs: ['+   = label org.opencontainers.image.authors=Jo Doe <jo@example.org>'],
  },
  {
    rule: 'legacy-key-value',
    before: 'FROM python:3.13-slim\nENV PYTHONUNBUFFERED 1\n',
    differs: [],
  },
  {
    rule: 'empty-continuation',
    before: 'FROM alpine:3.22\nRUN apk add --no-cache \\\n\n    curl\n',
    differs: [],
  },
  {
    rule: 'workdir-relative',
    before: 'FROM tomcat:11\nWORKDIR app\nCOPY . .\n',
    differs: [],
  },
  {
    rule: 'workdir-relative',
    before: 'FROM tomcat:11\nWORKDIR a\nWORKDIR b\nRUN make\nCOPY c .\n',
    differs: [],
  },
  {
    rule: 'copy-directory-slash',
    before: 'FROM node:22-slim\nCOPY package.json package-lock.json /app\n',
    differs: [
      '- COPY package.json -> /app',
      '- COPY package-lock.json -> /app',
      '+ COPY package.json -> /app/',
      '+ COPY package-lock.json -> /app/',
    ],
  },
  {
    rule: 'expose-protocol-case',
    before: 'FROM nginx:1.29\nEXPOSE 80/TCP\n',
    differs: ['-   = port 80/TCP'],
  },
  {
    rule: 'undefined-variable',
    before: 'FROM registry.example.org/base:4\nARG APP_VERSION=1.0\nLABEL version=$APP_VERSON\n',
    differs: ['-   = label version=?', '+   = label version=1.0'],
  },
  {
    rule: 'arg-not-in-stage',
    before: 'ARG VERSION=1.4.2\nFROM alpine:3.22\nRUN wget https://example.org/tool-$VERSION.tar.gz\n',
    differs: [
      '-   root / $ wget https://example.org/tool-.tar.gz',
      '+   root / VERSION=1.4.2 $ wget https://example.org/tool-1.4.2.tar.gz',
    ],
  },
  {
    rule: 'arg-not-in-stage',
    before: 'FROM golang:1.25\nRUN GOARCH=$TARGETARCH go build -o /app .\n',
    differs: [],
  },
  {
    rule: 'env-self-reference',
    before: 'FROM debian:13-slim\nENV JAVA_HOME=/opt/java \\\n    PATH=$JAVA_HOME/bin:$PATH\n',
    differs: [],
  },
  {
    rule: 'env-self-reference',
    before: 'FROM debian:13\nENV A=1 B=$A C=2 D=$C\nRUN make\n',
    differs: [
      '-   root / A=1 C=2 $ make',
      '+   root / A=1 B=1 C=2 D=2 $ make',
      '-   = env B=?',
      '+   = env B=1',
      '-   = env D=?',
      '+   = env D=2',
    ],
  },
  {
    rule: 'invalid-definition-description',
    before: '# The version of the tool.\nARG VERSION=1.4.2\nFROM alpine:3.22\n',
    differs: [],
  },
  {
    rule: 'redundant-target-platform',
    before: 'FROM --platform=$TARGETPLATFORM alpine:3.22\n',
    differs: ['- FROM --platform=$TARGETPLATFORM alpine:3.22', '+ FROM alpine:3.22'],
  },
  {
    rule: 'copy-after-user',
    before:
      'FROM node:24-slim\nWORKDIR /app\nUSER node\nCOPY data /app/data\nVOLUME /app/data\nCMD ["node", "server.js"]\n',
    differs: ['- COPY data -> /app/data', '+ COPY --chown=node data -> /app/data'],
  },
  {
    rule: 'heredoc-needs-buildkit',
    before: '# syntax=docker/dockerfile:1.2\nFROM debian:13-slim\nRUN <<EOF\nset -e\nmake\nEOF\n',
    differs: ['- # syntax=docker/dockerfile:1.2', '+ # syntax=docker/dockerfile:1'],
  },
  {
    rule: 'archive-copied-then-extracted',
    before: 'FROM debian:13-slim\nCOPY app.tar.gz /tmp/\nRUN tar -xzf /tmp/app.tar.gz -C /opt\n',
    differs: [
      '- COPY app.tar.gz -> /tmp/',
      '- RUN',
      '-   root / $ tar -xzf /tmp/app.tar.gz -C /opt',
      '+ ADD app.tar.gz -> /opt/',
      '- stops where tar fails',
    ],
  },
  {
    rule: 'distroless-entrypoint',
    before: 'FROM gcr.io/distroless/nodejs24-debian13\nWORKDIR /app\nCOPY dist ./\nCMD ["node", "server.js"]\n',
    differs: ['-   = cmd $ node server.js', '+   = cmd $ server.js'],
  },
  {
    rule: 'shell-changed-by-link',
    before: 'FROM ubuntu:24.04\nRUN rm /bin/sh && ln -s /bin/bash /bin/sh\nRUN make\n',
    differs: [
      '-   root / $ rm /bin/sh',
      '-   root / $ ln -s /bin/bash /bin/sh',
      '- RUN',
      '-   = shell /bin/sh -c',
      '+   = shell /bin/bash -c',
      '- stops where ln fails',
      '- stops where rm fails',
    ],
  },
  {
    rule: 'run-cd',
    before: 'FROM debian:13-slim\nRUN cd /src && make\nWORKDIR /app\n',
    differs: [],
  },
  {
    rule: 'run-cd',
    before: 'FROM debian:13\nWORKDIR /w\nRUN cd sub && make && make install\nRUN make last\n',
    differs: [],
  },
  {
    rule: 'run-cd',
    before: 'FROM debian:13\nUSER 1\nWORKDIR /w\nRUN cd /x && make\nCOPY a .\nRUN make last\n',
    differs: [],
  },
  {
    rule: 'sudo',
    before: 'FROM debian:13-slim\nRUN sudo install -d /srv/data\n',
    differs: [
      '-   root / $ sudo install -d /srv/data',
      '+   root / $ install -d /srv/data',
      '- stops where sudo fails',
      '+ stops where install fails',
    ],
  },
  {
    rule: 'sudo',
    before: 'FROM debian:13\nRUN sudo make && sudo -E make install || sudo true\n',
    differs: [
      '-   root / $ sudo make',
      '+   root / $ make',
      '- stops where sudo fails',
      '+ goes on where make fails',
      '+ goes on where sudo fails',
    ],
  },
  {
    rule: 'add-instead-of-copy',
    before: 'FROM python:3.13-slim\nADD app.py /app/\n',
    differs: ['- ADD app.py -> /app/', '+ COPY app.py -> /app/'],
  },
  {
    rule: 'syntax-directive-typo',
    before:
      '# The image of our web site\n\n# syntax=docker/dockerfile:1\nFROM nginx:1.29\nCOPY site /usr/share/nginx/html\n',
    differs: ['+ # syntax=docker/dockerfile:1'],
  },
  {
    rule: 'duplicate-label',
    before:
      'FROM debian:13-slim\nLABEL org.opencontainers.image.title=demo\nLABEL org.opencontainers.image.title=example\n',
    differs: [],
  },
  {
    rule: 'duplicate-label',
    before: 'FROM debian:13\nLABEL a=1 b=2 a=3\nLABEL b=4\n',
    differs: [],
  },
  {
    rule: 'json-form-broken',
    before: "FROM node:24-slim\nCMD ['node', 'server.js',]\n",
    differs: ['-   = cmd through /bin/sh -c', '+   = cmd $ node server.js'],
  },
  {
    rule: 'json-form-broken',
    before: "FROM debian:13\nRUN ['make', 'a b']\n",
    differs: ['-   fails', '+   root / $ make "a b"', '+ stops where make fails'],
  },
  {
    rule: 'json-form-broken',
    before: 'FROM debian:13\nCOPY ["a b" "/c d/"]\n',
    differs: [
      '- rejected: `["a` cannot be expanded: The closing `"` is missing.',
      '- rejected: `b"` cannot be expanded: The closing `"` is missing.',
      '- rejected: `"/c` cannot be expanded: The closing `"` is missing.',
      '- rejected: `d/"]` cannot be expanded: The closing `"` is missing.',
      '- COPY ["a -> /d/"]',
      '- COPY b" -> /d/"]',
      '- COPY "/c -> /d/"]',
      '+ COPY a b -> /c d/',
    ],
  },
];
