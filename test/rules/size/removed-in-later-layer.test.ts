import rule from '../../../src/rules/size/removed-in-later-layer.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM debian\nRUN curl -o /tmp/a.tgz https://x.org/a && tar xf /tmp/a.tgz && rm /tmp/a.tgz',
    'FROM debian\nRUN --mount=type=bind,source=a.tgz,target=/tmp/a.tgz tar xf /tmp/a.tgz',
    'FROM debian\nCOPY a.tgz /tmp/\nRUN tar xf /tmp/a.tgz && rm -rf /tmp/*.zip /tmp/a',
    'FROM debian\nCOPY setup.sh /tmp/\nRUN /tmp/setup.sh && rm /tmp/setup.sh',
    'FROM debian\nCOPY entry /tmp/entry\nRUN /tmp/entry && rm -rf /tmp/*',
    'FROM debian\nCOPY . /app\nRUN make -C /app && rm -rf /app/build',
    'FROM debian AS build\nCOPY src /src\nRUN make -C /src && rm -rf /src\nFROM scratch\nCOPY --from=build /out /out',
    'FROM debian\nCOPY a.tgz $DIR/\nRUN rm $DIR/a.tgz',
    'FROM debian\nRUN apt-get install -y gcc && make && apt-get purge -y gcc',
    'FROM debian\nRUN apt-get purge -y perl\nRUN apt-get install -y gcc',
    'FROM debian\nRUN apt-get update\nRUN rm -rf /var/lib/apt/lists/*',
    'FROM alpine\nRUN apk add --virtual .deps gcc && apk del .deps\nRUN apk add --virtual .deps gcc && apk del .deps',
    "FROM debian\nCOPY --from=acme/sdk:1 /usr/lib/sdk /usr/lib/sdk\nRUN find /usr/lib/sdk -name '*.pyc' -delete && find /usr/lib/sdk -name __pycache__ -exec rm -r {} +",
    'FROM debian\nCOPY *.whl /wheels/\nRUN rm /wheels/*.txt',
    'FROM debian\nRUN cd /tmp && wget -O a.zip https://x.org/a && unzip a.zip && rm a.zip\nRUN rm -rf /tmp/*',
    'FROM debian\nRUN if test -n "$X"; then wget -O /tmp/a.zip https://x.org/a; fi\nRUN rm -rf /tmp/*',
    { code: 'FROM debian\nCOPY data.bin /tmp/\nRUN rm /tmp/data.bin', context: { 'data.bin': 'short' } },
  ],
  invalid: [
    {
      code: 'FROM debian\nCOPY a.tgz /tmp/\nRUN tar xf /tmp/a.tgz -C /opt \\\n && rm /tmp/a.tgz\n',
      finds: [['path', 'rm /tmp/a.tgz']],
      says: ['`/tmp/a.tgz` is hidden here, not removed: its bytes stay in the layer of the COPY before.'],
      fixed: null,
      fixedUnsafely: 'FROM debian\nRUN --mount=type=bind,source=a.tgz,target=/tmp/a.tgz tar xf /tmp/a.tgz -C /opt\n',
    },
    {
      code: 'FROM python AS build\nRUN pip wheel -w /wheels x\nFROM python\nCOPY --from=build /wheels /wheels\nRUN pip install /wheels/* && rm -rf /wheels',
      finds: [['path', 'rm -rf /wheels']],
      fixed: null,
      fixedUnsafely:
        'FROM python AS build\nRUN pip wheel -w /wheels x\nFROM python\nRUN --mount=type=bind,from=build,source=/wheels,target=/wheels pip install /wheels/*',
    },
    // Something else uses it: the fix would take it away.
    {
      code: 'FROM debian\nCOPY a.deb /tmp/\nRUN dpkg -i /tmp/a.deb\nRUN rm /tmp/a.deb',
      finds: [['path', 'rm /tmp/a.deb']],
      fixed: null,
    },
    {
      code: 'FROM debian\nCOPY --chown=app a.deb b.deb /tmp/\nRUN dpkg -i /tmp/*.deb && rm -f /tmp/*.deb',
      finds: [['path', 'rm -f /tmp/*.deb']],
      fixed: null,
    },
    {
      code: 'FROM debian\nWORKDIR /src\nRUN git clone https://x.org/tool.git\nRUN cd tool && make install\nRUN rm -rf tool',
      finds: [['path', 'rm -rf tool']],
      says: ['`/src/tool` is hidden here, not removed: its bytes stay in the layer of the RUN before.'],
      fixed: null,
    },
    {
      code: 'FROM debian\nADD https://x.org/a.zip /tmp/\nRUN unzip /tmp/a.zip && rm /tmp/a.zip',
      finds: [['path', 'rm /tmp/a.zip']],
      fixed: null,
    },
    {
      code: 'FROM debian\nRUN apt-get install -y gcc make\nRUN make\nRUN apt-get purge -y --auto-remove gcc make',
      finds: [['package', 'gcc']],
      says: ['`gcc` is hidden here, not removed: its bytes stay in the layer of the RUN that installs it.'],
      fixed: null,
    },
    {
      code: 'FROM alpine\nRUN apk add --no-cache -t .deps gcc\nRUN make && apk del .deps',
      finds: [['package', '.deps']],
      fixed: null,
    },
    {
      code: 'FROM debian\nCOPY data /tmp/data\nRUN /tmp/data/go && rm -rf /tmp/*',
      context: { 'data/go': 'x' },
      finds: [['path', 'rm -rf /tmp/*']],
      fixed: null,
    },
  ],
});
