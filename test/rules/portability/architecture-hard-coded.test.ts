import rule from '../../../src/rules/portability/architecture-hard-coded.ts';
import { testRule } from '../../support/rule-tester.ts';

const url = 'https://example.org/tool-linux-amd64.tar.gz';

testRule(rule, {
  valid: [
    'FROM debian\nARG TARGETARCH\nRUN curl -fsSLO https://example.org/tool-linux-${TARGETARCH}.tar.gz',
    `FROM debian\nARG TARGETARCH\nRUN case $TARGETARCH in amd64) curl -fsSLO ${url};; esac`,
    `FROM debian\nRUN if [ "$(uname -m)" = x86_64 ]; then curl -fsSLO ${url}; fi`,
    'FROM debian\nRUN curl -fsSLO https://example.org/tool-$(uname -m).tar.gz',
    'FROM debian\nRUN curl -fsSLO https://example.org/tool-$(dpkg --print-architecture).deb',
    `FROM --platform=linux/amd64 debian\nRUN curl -fsSLO ${url}`,
    `FROM amd64/debian\nRUN curl -fsSLO ${url}`,
    `FROM --platform=linux/amd64 debian AS base\nFROM base\nRUN curl -fsSLO ${url}`,
    `FROM nvidia/cuda:12.8.0-base-ubuntu24.04\nRUN curl -fsSLO ${url}`,
    'FROM debian\nRUN echo "deb [arch=amd64] https://example.org/debian stable main" > /etc/apt/sources.list.d/x.list',
    'FROM debian\nRUN curl -fsSLO https://example.org/camd64x.tar.gz',
    'FROM debian\nRUN apt-get install -y libc6:amd64',
    'FROM debian\nADD amd64.tar.gz /',
  ],
  invalid: [
    {
      code: `FROM debian\nRUN curl -fsSLO ${url} && tar xf tool*`,
      finds: [['hardCoded', 'amd64']],
      says: ['The download is for `amd64` whatever platform is built: it does not run in an image for arm64.'],
    },
    {
      code: 'FROM python:3.13\nARG V=1\nRUN wget -q "https://example.org/v${V}/tool_Linux_x86_64.zip"',
      finds: [['hardCoded', 'x86_64']],
    },
    { code: `FROM debian\nADD ${url} /tmp/`, finds: [['hardCoded', 'amd64']] },
  ],
});
