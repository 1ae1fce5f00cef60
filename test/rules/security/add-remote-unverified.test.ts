import rule from '../../../src/rules/security/add-remote-unverified.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM alpine\nADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d https://example.org/a.tgz /',
    'FROM alpine\nADD a.tgz /',
    'FROM alpine\nADD https://github.com/a/b.git#0123456789abcdef0123456789abcdef01234567 /src',
    'FROM alpine\nADD https://github.com/a/b.git#0123456789abcdef0123456789abcdef01234567:docs /src',
    'FROM alpine\nADD https://github.com/a/b.git?tag=v1&checksum=0123456789abcdef /src',
    'FROM alpine\nARG COMMIT\nADD https://github.com/a/b.git#$COMMIT /src',
    'FROM alpine\nADD https://example.org/a.tgz /tmp/\nRUN echo "abc  /tmp/a.tgz" | sha256sum -c -',
    'FROM alpine\nADD https://example.org/a.tgz https://example.org/a.tgz.asc /tmp/\nRUN gpg --verify /tmp/a.tgz.asc',
    'FROM alpine\nADD https://example.org/SHA256SUMS /tmp/',
    'FROM alpine\nADD https://github.com/a/b/raw/0123456789abcdef0123456789abcdef01234567/c /c',
    'FROM alpine\nCOPY --from=b https://x /a',
  ],
  invalid: [
    {
      code: 'FROM alpine\nADD https://example.org/a.tgz https://example.org/b.tgz /tmp/\nADD https://example.net/c /',
      finds: [
        ['url', 'https://example.org/a.tgz'],
        ['url', 'https://example.net/c'],
      ],
      says: [
        'ADD takes whatever `example.org` answers: without `--checksum` a changed or forged file goes into the image unseen.',
        'ADD takes whatever `example.net` answers: without `--checksum` a changed or forged file goes into the image unseen.',
      ],
    },
    {
      code: 'FROM alpine\nADD --keep-git-dir https://github.com/a/b.git#v1.2 /src\nADD git@github.com:a/b.git /c',
      finds: [['git', 'https://github.com/a/b.git#v1.2']],
      says: [
        'ADD takes whatever `v1.2` is on the day of the build: only a commit or `--checksum` names one state of a repository.',
      ],
    },
    {
      code: 'FROM alpine\nADD git@github.com:a/b.git /c',
      finds: [['git', 'git@github.com:a/b.git']],
      says: [
        'ADD takes whatever `the default branch` is on the day of the build: only a commit or `--checksum` names one state of a repository.',
      ],
    },
  ],
});
