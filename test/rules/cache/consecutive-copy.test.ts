import rule from '../../../src/rules/cache/consecutive-copy.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM debian:13\nCOPY a b /srv/',
    'FROM debian:13\nCOPY a /srv/\nRUN b\nCOPY c /srv/',
    'FROM debian:13\nCOPY a /srv/\nCOPY b /opt/',
    'FROM debian:13\nCOPY a /srv/a\nCOPY b /srv/b',
    'FROM debian:13\nCOPY --from=x a /srv/\nCOPY b /srv/',
    'FROM debian:13\nCOPY a /srv/\nADD b /srv/',
    'FROM debian:13\nCOPY a /srv/\nCOPY <<EOF /srv/\nEOF',
  ],
  invalid: [
    {
      code: 'FROM debian:13\nCOPY a /srv/\nCOPY b c /srv/\nCOPY d /srv/\nRUN e',
      finds: [
        ['consecutive', 'COPY'],
        ['consecutive', 'COPY'],
      ],
      says: [
        'This COPY goes to `/srv/` like the one in line 2: the two make a layer each.',
        'This COPY goes to `/srv/` like the one in line 3: the two make a layer each.',
      ],
      fixed: null,
      fixedUnsafely: 'FROM debian:13\nCOPY a b c d /srv/\nRUN e',
    },
    {
      code: 'FROM debian:13\r\ncopy --chown=1:1 --link a .\r\ncopy --link --chown=1:1 b ./',
      finds: [['consecutive', 'copy']],
      fixed: null,
      fixedUnsafely: 'FROM debian:13\r\ncopy --chown=1:1 --link a b .',
    },
    {
      code: 'FROM debian:13\nCOPY a /srv/\n# The other.\nCOPY b /srv/',
      finds: [['consecutive', 'COPY']],
      fixed: null,
    },
    { code: 'FROM debian:13\nCOPY ["a", "."]\nCOPY b .', finds: [['consecutive', 'COPY']], fixed: null },
  ],
});
