import rule from '../../../src/rules/security/tls-verification-off.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM debian\nRUN curl -fSLk -o /tmp/a.tgz https://example.org/a.tgz \\\n && echo "e2193a63  /tmp/a.tgz" | sha256sum -c - \\\n && tar xzf /tmp/a.tgz',
    'FROM debian\nRUN curl -fsSL https://example.org/a -o a && wget -q https://example.org/b',
    'FROM debian\nHEALTHCHECK CMD curl -fk https://localhost:8443/health || exit 1',
    'FROM debian\nHEALTHCHECK CMD wget --no-check-certificate -qO- https://127.0.0.1/ || exit 1',
    'FROM debian\nRUN curl -o -k https://example.org/a',
    'FROM debian\nRUN apt-get install -y --allow-unauthenticated ./local.deb',
    'FROM node\nENV NODE_TLS_REJECT_UNAUTHORIZED=1\nRUN npm config set strict-ssl true',
    'FROM python\nRUN pip install --trusted-host localhost x',
    'FROM debian\nRUN git -c http.sslVerify=true clone https://example.org/a',
    'FROM debian\nENV GIT_SSL_NO_VERIFY=false',
    'FROM debian\nRUN echo "deb [signed-by=/k.gpg] https://example.org stable main" > /etc/apt/sources.list.d/a.list',
    'FROM debian\nRUN d="$(mktemp -d)" && echo "deb [ trusted=yes ] file://$d ./" > /etc/apt/sources.list.d/temp.list',
    'FROM debian\nRUN echo "deb [trusted=yes] copy:/srv/debs ./" > /etc/apt/sources.list.d/temp.list',
    'FROM debian\nRUN tar -k -xf a.tar && sort -k 2 list',
    'FROM debian\nRUN apt-get install -y -o Acquire::https::Verify-Peer=true curl',
  ],
  invalid: [
    {
      code: 'FROM buildpack-deps:bookworm\nRUN curl -fsSLk https://github.com/a/b -o b',
      finds: [['certificate', '-fsSLk']],
      says: ['`-k` takes any certificate: whoever is on the way to the server can send other files.'],
      fixed: 'FROM buildpack-deps:bookworm\nRUN curl -fsSL https://github.com/a/b -o b',
    },
    {
      code: 'FROM buildpack-deps:bookworm\nRUN curl --insecure -fL https://repo.corp.lan/b -o b',
      finds: [['certificate', '--insecure']],
      fixed: null,
      fixedUnsafely: 'FROM buildpack-deps:bookworm\nRUN curl -fL https://repo.corp.lan/b -o b',
    },
    {
      code: 'FROM debian\nRUN wget -q \\\n  --no-check-certificate \\\n  https://example.org/a',
      finds: [['certificate', '--no-check-certificate']],
      fixed: null,
      fixedUnsafely: 'FROM debian\nRUN wget -q \\\n  https://example.org/a',
    },
    {
      code: 'FROM python:3.13\nRUN pip install --trusted-host pypi.example.org --trusted-host=files.example.org x',
      finds: [
        ['certificate', '--trusted-host'],
        ['certificate', '--trusted-host=files.example.org'],
      ],
      fixed: 'FROM python:3.13\nRUN pip install --trusted-host=files.example.org x',
      fixedUnsafely: 'FROM python:3.13\nRUN pip install x',
    },
    {
      code: 'FROM node\nRUN npm config set strict-ssl false && git config --global http.sslVerify false',
      finds: [
        ['certificate', 'strict-ssl'],
        ['certificate', 'http.sslVerify'],
      ],
      fixed: null,
    },
    {
      code: 'FROM debian\nRUN git -c http.sslVerify=false clone https://example.org/a',
      finds: [['certificate', '-c']],
      fixed: null,
      fixedUnsafely: 'FROM debian\nRUN git clone https://example.org/a',
    },
    {
      code: 'FROM node\nENV A=1 NODE_TLS_REJECT_UNAUTHORIZED=0 B=2\nENV GIT_SSL_NO_VERIFY=true\nRUN x',
      finds: [
        ['variable', 'NODE_TLS_REJECT_UNAUTHORIZED=0'],
        ['variable', 'GIT_SSL_NO_VERIFY=true'],
      ],
      fixed: null,
      fixedUnsafely: 'FROM node\nENV A=1 B=2\nRUN x',
    },
    {
      code: 'FROM node\nRUN NODE_TLS_REJECT_UNAUTHORIZED=0 npm ci',
      finds: [['variable', 'NODE_TLS_REJECT_UNAUTHORIZED=0']],
      fixed: null,
    },
    {
      code: 'FROM debian\nRUN apt-get install -y --allow-unauthenticated curl',
      finds: [['signature', '--allow-unauthenticated']],
      says: [
        '`--allow-unauthenticated` takes packages that nobody signed: whoever is on the way to the archive can send others.',
      ],
      fixed: null,
      fixedUnsafely: 'FROM debian\nRUN apt-get install -y curl',
    },
    {
      code: 'FROM debian\nRUN echo "deb [arch=amd64 trusted=yes] https://example.org ./" > /etc/apt/sources.list',
      finds: [['signature', '[arch=amd64 trusted=yes]']],
      fixed: null,
    },
  ],
});
