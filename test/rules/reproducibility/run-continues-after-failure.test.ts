import rule from '../../../src/rules/reproducibility/run-continues-after-failure.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM alpine\nRUN set -x ; addgroup -g 82 -S www-data ; adduser -u 82 -D -S -G www-data www-data && exit 0 ; exit 1',
    'FROM maven:3\nCOPY ./ /build/\nRUN cd /build; \\\n    mvn package',
    'FROM maven:3\nWORKDIR /build\nRUN cd /build/; mvn package',
    'FROM debian\nRUN cd /tmp; make',
    'FROM debian\nRUN apt-get update && apt-get install -y git',
    'FROM debian\nRUN set -e; apt-get update; apt-get install -y git',
    'FROM debian\nRUN set -eux; apt-get update; apt-get install -y git',
    'FROM debian\nSHELL ["/bin/bash", "-ec"]\nRUN apt-get update; apt-get install -y git',
    'FROM debian\nRUN <<EOF\nset -e\nmake\nmake install\nEOF',
    'FROM debian\nRUN <<EOF\n#!/bin/sh -e\nmake\nmake install\nEOF',
    'FROM debian\nRUN <<EOF\n#!/usr/bin/env python3\nimport os\nos.sync()\nEOF',
    'FROM debian\nRUN make install',
    'FROM debian\nRUN <<EOF\nmake && make install\nEOF',
    // Nothing is lost where these fail.
    'FROM debian\nRUN rm -rf /tmp/x; make',
    'FROM debian\nRUN echo start; export A=1; make',
    'FROM debian\nRUN git --version; make',
    'FROM debian\nRUN useradd app || true; make',
    'FROM debian\nRUN useradd app || echo there; make',
    'FROM debian\nRUN service start & make',
    'FROM debian\nRUN if [ -f x ]; then make; fi; make install',
    'FROM debian\nRUN make clean; true',
    'FROM debian\nRUN useradd app; exit 0',
    'FROM debian\nRUN V=$(curl -s https://example.org); echo $V',
    'FROM mcr.microsoft.com/windows/servercore:ltsc2022\nSHELL ["powershell", "-Command"]\nRUN Install-X; Install-Y',
    'FROM debian\nCMD prepare; serve',
  ],
  invalid: [
    {
      code: 'FROM debian:13\nRUN mkdir -p /opt/mold; cd /opt/mold; curl -fsSLO https://example.org/a.tgz; rm a.tgz',
      finds: [['lost', 'curl']],
      fixed: null,
      fixedUnsafely:
        'FROM debian:13\nRUN set -e; mkdir -p /opt/mold; cd /opt/mold; curl -fsSLO https://example.org/a.tgz; rm a.tgz',
    },
    {
      code: 'FROM debian\nRUN apt-get update; \\\n    apt-get install -y git\n',
      finds: [['lost', 'apt-get update']],
      says: [
        'Where `apt-get update` fails, the build goes on: without `set -e`, the last command of a script decides alone.',
      ],
      fixed: null,
      fixedUnsafely: 'FROM debian\nRUN set -e; apt-get update; \\\n    apt-get install -y git\n',
    },
    {
      code: 'FROM debian\nRUN apt-get update && apt-get install -y git; rm -rf /var/lib/apt/lists/*',
      finds: [['lost', 'apt-get update']],
      fixed: null,
      fixedUnsafely: 'FROM debian\nRUN set -e; apt-get update && apt-get install -y git; rm -rf /var/lib/apt/lists/*',
    },
    {
      code: 'FROM debian\nRUN --mount=type=cache,target=/c <<EOF\n  cd /src\n  make\n  make install\nEOF\n',
      finds: [['lost', 'cd']],
      fixed: null,
      fixedUnsafely:
        'FROM debian\nRUN --mount=type=cache,target=/c <<EOF\n  set -e\n  cd /src\n  make\n  make install\nEOF\n',
    },
    {
      code: 'FROM debian\nRUN set -x; curl -o x https://example.org/x | tee log | make; ls',
      finds: [['lost', 'make']],
      fixed: null,
      fixedUnsafely: 'FROM debian\nRUN set -e; set -x; curl -o x https://example.org/x | tee log | make; ls',
    },
    {
      code: 'FROM debian\nRUN <<EOF\n#!/bin/bash\nmake\nls\nEOF\n',
      finds: [['lost', 'make']],
      fixed: null,
      fixedUnsafely: 'FROM debian\nRUN <<EOF\n#!/bin/bash\nset -e\nmake\nls\nEOF\n',
    },
  ],
});
