import rule from '../../../src/rules/size/download-kept.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM debian\nRUN curl -O https://x.org/a.tar.gz && tar xf a.tar.gz && rm a.tar.gz',
    'FROM debian\nRUN wget https://x.org/a-$V.zip && unzip a-$V.zip && rm -f *.zip',
    'FROM debian\nRUN curl -o /tmp/a.tgz https://x.org/a && tar xf /tmp/a.tgz && rm -rf /tmp/*',
    'FROM debian\nWORKDIR /tmp/b\nRUN wget https://x.org/a.tgz && tar xf a.tgz -C /opt && rm -rf /tmp/b',
    'FROM debian\nRUN mkdir /b && cd /b && wget https://x.org/a.tgz && tar xf a.tgz -C /opt && cd / && rm -r b',
    'FROM debian\nRUN curl https://x.org/a.tgz | tar xz',
    'FROM debian\nRUN wget -qO- https://x.org/a.tgz | tar xz',
    'FROM debian\nRUN --mount=type=tmpfs,target=/tmp curl -o /tmp/a.tgz https://x.org/a && tar xf /tmp/a.tgz',
    'FROM debian\nRUN --mount=type=cache,target=/dl cd /dl && wget https://x.org/a.tgz && tar xf a.tgz -C /opt',
    'FROM debian\nRUN d="$(mktemp -d)" && cd "$d" && wget https://x.org/a.tgz && tar xf a.tgz -C / && rm -rf "$d"',
    'FROM debian\nRUN wget https://x.org/a.tgz && tar xf a.tgz && mv a.tgz /srv/',
    'FROM debian\nRUN wget https://x.org/a.gz && gunzip a.gz',
    'FROM debian\nRUN wget https://x.org/a.tgz',
    'FROM debian\nRUN wget https://x.org/a.tgz && tar xf a.tgz && sha256sum a.tgz > a.sum && cp a.tgz /srv',
    // The rule for what a later layer removes says that.
    'FROM debian\nRUN wget -O /tmp/a.tgz https://x.org/a && tar xf /tmp/a.tgz\nRUN rm /tmp/a.tgz',
    'FROM debian AS build\nRUN wget https://x.org/a.tgz && tar xf a.tgz\nFROM scratch\nCOPY --from=build /a /a',
  ],
  invalid: [
    {
      code: 'FROM debian\nRUN curl -fsSLO https://x.org/a-1.2.tar.gz && tar xzf a-1.2.tar.gz',
      finds: [['kept', 'https://x.org/a-1.2.tar.gz']],
      says: ['`a-1.2.tar.gz` stays in the layer beside what `tar` makes of it.'],
      fixed: null,
      fixedUnsafely:
        'FROM debian\nRUN curl -fsSLO https://x.org/a-1.2.tar.gz && tar xzf a-1.2.tar.gz && rm a-1.2.tar.gz',
    },
    {
      code: 'FROM debian\nRUN cd /opt \\\n && wget -O "/tmp/$F.zip" https://x.org/a \\\n && unzip -q "/tmp/$F.zip" \\\n && rm -rf /var/lib/apt/lists/*\n',
      finds: [['kept', '"/tmp/$F.zip"']],
      fixed: null,
      fixedUnsafely:
        'FROM debian\nRUN cd /opt \\\n && wget -O "/tmp/$F.zip" https://x.org/a \\\n && unzip -q "/tmp/$F.zip" \\\n && rm "/tmp/$F.zip" \\\n && rm -rf /var/lib/apt/lists/*\n',
    },
    {
      code: 'FROM debian\nRUN curl -L https://x.org/a > /tmp/a.deb; dpkg -i /tmp/a.deb',
      finds: [['kept', '/tmp/a.deb']],
      fixed: null,
      fixedUnsafely: 'FROM debian\nRUN curl -L https://x.org/a > /tmp/a.deb; dpkg -i /tmp/a.deb && rm /tmp/a.deb',
    },
    {
      code: 'FROM debian\nRUN wget -P /dl https://x.org/a.deb && (cd /dl && apt-get install -y ./a.deb)',
      finds: [['kept', 'https://x.org/a.deb']],
      fixed: null,
      fixedUnsafely:
        'FROM debian\nRUN wget -P /dl https://x.org/a.deb && (cd /dl && apt-get install -y ./a.deb && rm ./a.deb)',
    },
    {
      code: 'FROM debian\nRUN wget https://x.org/a.tgz && tar xf a.tgz || exit 1',
      finds: [['kept', 'https://x.org/a.tgz']],
      fixed: null,
    },
    {
      code: 'FROM debian\nRUN wget https://x.org/a.tgz && tar xf a.tgz -C /usr`',
      finds: [['kept', 'https://x.org/a.tgz']],
      fixed: null,
    },
  ],
});
