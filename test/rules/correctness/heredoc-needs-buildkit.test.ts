import rule from '../../../src/rules/correctness/heredoc-needs-buildkit.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    '# syntax=docker/dockerfile:1\nFROM alpine\nCOPY --parents --exclude=b . /app/',
    'FROM alpine\nRUN --mount=type=cache,target=/c true',
    'FROM alpine\nRUN <<EOF\ntrue\nEOF',
    'FROM alpine\nCOPY --link --chmod=755 a /a',
    'FROM alpine\nADD --checksum=sha256:aa https://example.org/a /a',
    '# syntax=docker/dockerfile:1.4\nFROM alpine\nCOPY --link <<EOF /a\nEOF',
    '# syntax=docker/dockerfile:1.7-labs\nFROM alpine\nCOPY --parents . /app/',
    '# syntax=docker/dockerfile-upstream:master\nFROM alpine\nCOPY --parents . /app/',
    '# syntax=ghcr.io/acme/frontend:1.1\nFROM alpine\nRUN --mount=target=/a true',
    '# syntax=docker/dockerfile:1@sha256:aa\nFROM alpine\nCOPY --parents . /app/',
    { code: 'FROM alpine\nCOPY --exclude=a . /b', options: { builtIn: 19 } },
  ],
  invalid: [
    {
      code: '# syntax=docker/dockerfile:1.2\nFROM alpine\nRUN <<EOF\ntrue\nEOF\nRUN <<EOF\ntrue\nEOF\n',
      finds: [['tooOld', '<<EOF']],
      says: ['`docker/dockerfile:1.2` does not know a heredoc, which came with version 1.4: the build fails.'],
      fixed: '# syntax=docker/dockerfile:1\nFROM alpine\nRUN <<EOF\ntrue\nEOF\nRUN <<EOF\ntrue\nEOF\n',
    },
    {
      code: '\uFEFF# escape=`\r\nFROM alpine\r\nCOPY --parents=true . /app/\r\n',
      finds: [['missing', '--parents']],
      says: [
        'Builders that have no Dockerfile version 1.20 built in do not know `--parents`: a syntax line brings it.',
      ],
      fixed: '\uFEFF# syntax=docker/dockerfile:1\r\n# escape=`\r\nFROM alpine\r\nCOPY --parents=true . /app/\r\n',
    },
    {
      code: 'FROM alpine\nONBUILD RUN --mount=target=/a true',
      options: { builtIn: 0 },
      finds: [['missing', '--mount']],
      fixed: '# syntax=docker/dockerfile:1\nFROM alpine\nONBUILD RUN --mount=target=/a true',
    },
    {
      code: '# syntax=docker/dockerfile:1.4@sha256:aa\nFROM alpine\nCOPY --exclude=a . /b',
      finds: [['tooOld', '--exclude']],
      fixed: null,
    },
  ],
});
