import rule from '../../../src/rules/size/wget-progress.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM debian\nRUN wget -q https://x.org/a',
    'FROM debian\nRUN wget -qO- https://x.org/a | tar x',
    'FROM debian\nRUN wget -nv https://x.org/a',
    'FROM debian\nRUN wget --progress=dot:giga https://x.org/a',
    'FROM debian\nRUN wget -o log https://x.org/a',
    'FROM debian\nRUN wget --no-verbose -O a https://x.org/a',
    'FROM alpine\nRUN wget https://x.org/a',
    'FROM alpine:3.22\nRUN apk add --no-cache curl\nRUN wget -O a https://x.org/a',
    'FROM debian\nHEALTHCHECK CMD wget http://localhost/',
    'FROM debian\nRUN apt-get install -y wget',
  ],
  invalid: [
    {
      code: 'FROM debian\nRUN wget https://x.org/a',
      finds: [['progress', 'wget']],
      says: ['`wget` writes its progress to the build log, a line for every 50 kB that it downloads.'],
      fixed: 'FROM debian\nRUN wget -nv https://x.org/a',
    },
    {
      code: 'FROM ubuntu\nRUN cd /x && /usr/bin/wget \\\n    -O a https://x.org/a',
      finds: [['progress', '/usr/bin/wget']],
      fixed: 'FROM ubuntu\nRUN cd /x && /usr/bin/wget -nv \\\n    -O a https://x.org/a',
    },
    {
      code: 'FROM alpine\nRUN apk add --no-cache wget && wget https://x.org/a',
      finds: [['progress', 'wget']],
      fixed: 'FROM alpine\nRUN apk add --no-cache wget && wget -nv https://x.org/a',
    },
    // Nobody knows whose wget it is.
    { code: 'FROM acme/base\nRUN wget https://x.org/a', finds: [['progress', 'wget']], fixed: null },
    {
      code: 'FROM alpine\nRUN wget https://x.org/a',
      options: { busybox: true },
      finds: [['progress', 'wget']],
      fixed: null,
    },
  ],
});
