import rule from '../../../src/rules/cache/remote-fetch-unpinned.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM debian:13\nRUN curl -fsSLO https://github.com/a/b/releases/download/v1.2/b.tar.gz',
    'FROM debian:13\nRUN curl -fsSLO https://raw.githubusercontent.com/a/b/v1.2/install.sh',
    'FROM debian:13\nRUN curl -fsSL http://deb.debian.org/debian/pool/main/c/curl/curl.deb',
    'FROM debian:13\nRUN curl -fsSLO https://example.org/latest/b.tar.gz && echo "$SUM  b.tar.gz" | sha256sum -c',
    'FROM debian:13\nRUN curl -fsSLO https://example.org/translatest/b',
    'FROM debian:13\nADD https://example.org/latest/b.tar.gz /srv/',
    'FROM debian:13\nRUN curl https://example.org/b?version=latest',
    'FROM debian:13\nRUN echo https://example.org/latest/b',
  ],
  invalid: [
    {
      code: 'FROM debian:13\nRUN curl -fsSLO https://github.com/a/b/releases/latest/download/b.tar.gz',
      finds: [['moving', 'https://github.com/a/b/releases/latest/download/b.tar.gz']],
      says: ['`latest` in this URL is another file with time, and the cache keeps the first one that was fetched.'],
    },
    {
      code: 'FROM debian:13\nRUN wget "https://raw.githubusercontent.com/a/b/refs/heads/main/install.sh" && sh install.sh',
      finds: [['moving', '"https://raw.githubusercontent.com/a/b/refs/heads/main/install.sh"']],
    },
    {
      code: 'FROM debian:13\nRUN wget https://github.com/a/b/archive/master.zip https://example.org/tool-latest.tar.gz',
      finds: [
        ['moving', 'https://github.com/a/b/archive/master.zip'],
        ['moving', 'https://example.org/tool-latest.tar.gz'],
      ],
    },
    {
      code: 'FROM debian:13\nRUN <<EOF\ncurl -O https://gitlab.com/a/b/-/raw/main/c\nEOF',
      finds: [['moving', 'https://gitlab.com/a/b/-/raw/main/c']],
    },
  ],
});
