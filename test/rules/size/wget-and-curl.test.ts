import rule from '../../../src/rules/size/wget-and-curl.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM debian\nRUN apt-get install -y wget curl && curl -O https://x.org/a',
    'FROM debian\nRUN apt-get install -y wget curl git',
    'FROM debian\nRUN apt-get install -y curl && curl -O https://x.org/a && wget https://x.org/b',
    'FROM alpine\nRUN apk add --no-cache curl && curl -O https://x.org/a && wget https://x.org/b',
    'FROM debian\nRUN apt-get install -y wget && wget https://x.org/a\nFROM debian\nRUN apt-get install -y curl && curl -O https://x.org/a',
    'FROM debian\nRUN apt-get install -y wget curl && wget https://x.org/a && curl -O https://x.org/b && apt-get purge -y wget',
    'FROM debian AS build\nRUN apt-get install -y wget curl && wget https://x.org/a && curl -O https://x.org/b\nFROM scratch\nCOPY --from=build /a /a',
    'FROM debian\nRUN apt-get install -y wget curl && wget https://x.org/a && curl -O https://x.org/b\nHEALTHCHECK CMD curl -f http://localhost || wget http://localhost',
    { code: 'FROM debian\nRUN wget https://x.org/a\nRUN wget https://x.org/b', options: { used: true } },
  ],
  invalid: [
    {
      code: 'FROM debian\nRUN apt-get install -y curl wget\nRUN wget https://x.org/a && curl -O https://x.org/b',
      finds: [['installed', 'wget']],
      says: ['`wget` is installed beside `curl`, and the downloads of this stage need only one of them.'],
    },
    {
      code: 'FROM debian\nRUN apt-get install -y curl\nRUN apt-get install -y wget && wget https://x.org/a && wget https://x.org/c && curl -O https://x.org/b',
      finds: [['installed', 'curl']],
    },
    // What the health check runs has to stay.
    {
      code: 'FROM debian\nRUN apt-get install -y wget curl && wget https://x.org/a && curl -O https://x.org/b && curl -O https://x.org/c\nHEALTHCHECK CMD wget -q -O- http://localhost',
      finds: [['installed', 'curl']],
    },
    {
      code: 'FROM debian\nRUN curl https://x.org/a\nRUN true\nRUN wget https://x.org/b && wget https://x.org/c\nRUN curl https://x.org/d',
      options: { used: true },
      finds: [
        ['used', 'wget'],
        ['used', 'curl'],
      ],
      says: [
        '`wget` downloads here, and `curl` elsewhere in the stage: one of them is enough.',
        '`curl` downloads here, and `wget` elsewhere in the stage: one of them is enough.',
      ],
    },
    {
      code: 'FROM debian\nRUN curl https://x.org/a && wget https://x.org/b',
      options: { used: true },
      finds: [['used', 'curl']],
    },
  ],
});
