import rule from '../../../src/rules/reproducibility/pipefail-missing.ts';
import { testRule } from '../../support/rule-tester.ts';

const bash = 'SHELL ["/bin/bash", "-o", "pipefail", "-c"]';

testRule(rule, {
  valid: [
    `FROM debian:13\nRUN set -eux; ldd "$(php -r 'echo 1;')"/*.so | sort -u | xargs -r apt-mark manual`,
    `FROM debian\n${bash}\nRUN curl -fsSL https://example.org/install | sh`,
    `FROM debian AS base\n${bash}\nFROM base\nRUN curl -fsSL https://example.org/install | sh`,
    'FROM alpine\nRUN set -o pipefail && wget -qO- https://example.org/install | sh',
    'FROM fedora\nRUN set -euo pipefail; curl -fsSL https://example.org/install | sh',
    'FROM debian\nRUN ["/bin/bash", "-o", "pipefail", "-c", "curl https://example.org/install | sh"]',
    'FROM debian\nRUN bash -o pipefail -c "curl https://example.org/install | sh"',
    'FROM debian\nRUN <<EOF\n#!/bin/bash -eo pipefail\ncurl https://example.org/install | sh\nEOF',
    // The left side cannot fail.
    'FROM debian\nRUN echo "deb https://example.org stable main" | tee /etc/apt/sources.list.d/x.list',
    'FROM debian\nRUN echo "0123 *x.tgz" | sha256sum -c -',
    'FROM debian\nRUN yes | unminimize',
    'FROM debian\nRUN set -e; apt-mark showmanual | xargs apt-mark auto > /dev/null; echo done',
    'FROM python:3.13\nRUN find /usr/local -name "*.so" | xargs -r ldd | sort -u',
    // The right side fails where it is given nothing.
    'FROM debian\nRUN curl -fsSL https://example.org/x.tgz | tar xz -C /opt',
    'FROM debian\nRUN curl -fsSL https://example.org/key | gpg --dearmor -o /usr/share/keyrings/x.gpg',
    'FROM debian\nRUN curl -fsSL https://example.org/sums | sha256sum -c',
    'FROM debian\nRUN curl -fsSL https://example.org/list | grep -q ok',
    'FROM debian\nRUN curl -fsSL https://example.org/list | jq -e .tag',
    // The status counts for nothing.
    'FROM debian\nRUN curl -s https://example.org | cat || true',
    'FROM debian\nRUN if curl -s https://example.org | cat; then echo yes; fi',
    'FROM debian\nRUN curl -s https://example.org | cat ; echo done',
    'FROM debian\nRUN echo $(curl -s https://example.org | jq -r .tag)',
    // The shell may not be able to.
    'FROM $BASE\nRUN curl -fsSL https://example.org/install | sh',
    'FROM registry.example.org/base:1\nRUN curl -fsSL https://example.org/install | sh',
    'FROM mcr.microsoft.com/windows/servercore:ltsc2022\nRUN curl https://example.org/install | sh',
    'FROM debian\nCMD curl https://example.org | sh',
  ],
  invalid: [
    {
      code: 'FROM debian:13\n\n# the tool\nRUN curl -fsSL https://example.org/install | sh\nRUN curl -fsSL https://example.org/b | bash -s -- -y\n',
      finds: [
        ['unseen', 'curl'],
        ['unseen', 'curl'],
      ],
      says: [
        'Where `curl` fails, nothing tells: a pipe has the status of its last command, `sh`.',
        'Where `curl` fails, nothing tells: a pipe has the status of its last command, `bash`.',
      ],
      fixed: null,
      fixedUnsafely: `FROM debian:13\n\n# the tool\n${bash}\nRUN curl -fsSL https://example.org/install | sh\nRUN curl -fsSL https://example.org/b | bash -s -- -y\n`,
    },
    {
      code: 'FROM alpine:3.22\r\nRUN apk add --no-cache curl \\\r\n    && curl -fsSL https://example.org/x.gz | gunzip | tee /x\r\n',
      finds: [['unseen', 'curl']],
      fixed: null,
      fixedUnsafely:
        'FROM alpine:3.22\r\nSHELL ["/bin/ash", "-o", "pipefail", "-c"]\r\nRUN apk add --no-cache curl \\\r\n    && curl -fsSL https://example.org/x.gz | gunzip | tee /x\r\n',
    },
    {
      code: 'FROM registry.example.org/base:1\nSHELL ["/usr/bin/bash", "-ec"]\nRUN make test 2>&1 | tee log; ls',
      finds: [['unseen', 'make']],
      fixed: null,
      fixedUnsafely:
        'FROM registry.example.org/base:1\nSHELL ["/usr/bin/bash", "-ec"]\nSHELL ["/usr/bin/bash", "-o", "pipefail", "-ec"]\nRUN make test 2>&1 | tee log; ls',
    },
    {
      code: 'FROM fedora:43\nRUN bash -c "curl https://example.org | python3 -"',
      finds: [['unseen', 'curl']],
      fixed: null,
    },
    {
      code: 'FROM $BASE\nRUN echo a | cat',
      options: { everyPipe: true },
      finds: [['unseen', 'echo']],
      fixed: null,
    },
  ],
});
