import rule from '../../../src/rules/runtime/volume-then-write.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM debian:13\nRUN mkdir /data && chown app /data\nVOLUME /data',
    // COPY is kept.
    'FROM debian:13\nVOLUME /data\nCOPY seed.db /data/',
    'FROM debian:13\nVOLUME /data\nRUN mkdir /database && cat /data/a',
    'FROM debian:13\nVOLUME /data\nRUN cp /data/a /tmp/',
    'FROM debian:13\nVOLUME /data\nRUN --mount=type=cache,target=/data touch /data/a',
    'FROM debian:13\nWORKDIR /data\nVOLUME /data\nRUN curl -fsSLO https://example.org/a.tgz && tar -xzf a.tgz -C /usr/src && rm a.tgz',
    'FROM debian:13\nVOLUME $DATA\nRUN touch /data/a',
    'FROM debian:13\nVOLUME /data\nRUN touch "$DIR/a"',
    'FROM debian:13\nVOLUME /data\nRUN chmod --reference=/data/a /b',
    // Its layers are in no image.
    'FROM debian:13 AS a\nVOLUME /data\nRUN touch /data/a\n\nFROM debian:13\nCOPY --from=a /b /b',
  ],
  invalid: [
    {
      code: 'FROM debian:13\nVOLUME /data\nRUN useradd app && chown -R app /data',
      finds: [['lost', '/data']],
      says: ['`/data` is a volume since line 2: builders other than BuildKit throw away what a RUN changes there.'],
    },
    {
      code: 'FROM debian:13\nVOLUME ["/a", "/data/"]\nRUN echo 1 > /data/x && touch /data/y',
      finds: [['lost', '/data/x']],
    },
    { code: 'FROM debian:13\nWORKDIR /srv\nVOLUME data\nRUN cd data && cp /etc/a b', finds: [['lost', 'b']] },
    {
      code: 'FROM debian:13 AS a\nVOLUME /data\n\nFROM a\nRUN curl -fo /data/a https://example.org/a',
      finds: [['lost', '/data/a']],
    },
    { code: 'FROM debian:13\nVOLUME /data\nRUN ["mkdir", "-p", "/data/sub"]', finds: [['lost', '"/data/sub"']] },
  ],
});
