import rule from '../../../src/rules/security/untrusted-registry.ts';
import { testRule } from '../../support/rule-tester.ts';

const trustedRegistries = ['ghcr.io/acme', '*.example.com', 'docker.io'];

testRule(rule, {
  valid: [
    'FROM quay.io/x/y:1',
    { code: 'FROM debian:12', trustedRegistries },
    { code: 'FROM docker.io/grafana/grafana:12', trustedRegistries },
    { code: 'FROM index.docker.io/library/debian:12', trustedRegistries },
    { code: 'FROM ghcr.io/acme/base:1\nFROM eu.example.com/x:1', trustedRegistries },
    { code: 'FROM debian:12', trustedRegistries: ['hub.docker.com'] },
    { code: 'FROM quay.io/x/y:1', trustedRegistries: ['*'] },
    { code: 'FROM scratch\nCOPY --from=scratch / /', trustedRegistries },
    { code: 'ARG REGISTRY\nFROM $REGISTRY/x:1', trustedRegistries },
    { code: 'FROM debian:12 AS quay.io\nFROM quay.io\nCOPY --from=quay.io /x /', trustedRegistries },
    { code: 'FROM own\nCOPY --from=assets /x /', namedContexts: ['own', 'assets'], trustedRegistries: ['ghcr.io'] },
  ],
  invalid: [
    {
      code: 'FROM quay.io/x/y:1 AS a\nFROM a',
      trustedRegistries,
      finds: [['untrusted', 'quay.io/x/y:1']],
      says: ['`quay.io/x/y:1` comes from quay.io, which is none of the trusted registries.'],
    },
    {
      code: 'FROM debian:12\nFROM ghcr.io/other/base:1\nFROM example.com/x:1',
      trustedRegistries: ['ghcr.io/acme', '*.example.com'],
      finds: [
        ['untrusted', 'debian:12'],
        ['untrusted', 'ghcr.io/other/base:1'],
        ['untrusted', 'example.com/x:1'],
      ],
    },
    {
      code: 'ARG REGISTRY=quay.io\nFROM ${REGISTRY}/x:1\nCOPY --from=gcr.io/a/b:1 /x /\nRUN --mount=from=gcr.io/c/d:1,target=/d true',
      trustedRegistries,
      finds: [
        ['untrusted', '${REGISTRY}/x:1'],
        ['untrusted', 'gcr.io/a/b:1'],
        ['untrusted', 'gcr.io/c/d:1'],
      ],
    },
  ],
});
