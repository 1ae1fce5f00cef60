import rule from '../../../src/rules/cache/git-clone-unpinned.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM debian:13\nRUN git clone --depth 1 --branch v1.2 https://example.org/a.git',
    'FROM debian:13\nRUN git clone -b $VERSION https://example.org/a.git',
    'FROM debian:13\nRUN git clone --revision=0123456 https://example.org/a.git',
    'FROM debian:13\nRUN git clone https://example.org/a.git && cd a && git checkout 0123456',
    'FROM debian:13\nRUN git clone https://example.org/a.git\nRUN git -C a reset --hard $COMMIT',
    'FROM debian:13\nRUN git clone . /copy && git clone /srv/a.git',
    'FROM debian:13\nRUN echo $CACHEBUST && git clone https://example.org/a.git',
    'FROM debian:13\nRUN git pull',
  ],
  invalid: [
    {
      code: 'FROM debian:13\nRUN git clone --depth 1 https://example.org/a.git /a',
      finds: [['head', 'https://example.org/a.git']],
      says: [
        '`https://example.org/a.git` is cloned without a tag or commit, and the cache keeps what it was on the day of the first build.',
      ],
    },
    {
      code: 'FROM debian:13\nRUN git -c a=b clone --branch=main git@example.org:a.git',
      finds: [['branch', 'git@example.org:a.git']],
      says: [
        '`main` of `git@example.org:a.git` moves on, and the cache keeps what it was on the day of the first build.',
      ],
    },
    {
      code: 'FROM debian:13\nRUN git clone https://example.org/a.git\nFROM debian:13\nRUN git -C a checkout 0123456',
      finds: [['head', 'https://example.org/a.git']],
    },
  ],
});
