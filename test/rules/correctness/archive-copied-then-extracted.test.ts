import rule from '../../../src/rules/correctness/archive-copied-then-extracted.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM alpine\nADD app.tar.gz /opt/',
    'FROM alpine\nCOPY data.tar.gz /data/\nCMD ["/bin/start.sh"]',
    'FROM alpine\nCOPY --from=build /src/app.tar /opt/app.tar\nRUN tar -xf /opt/app.tar',
    'FROM alpine\nCOPY app.zip /tmp/\nRUN unzip /tmp/app.zip',
    'FROM alpine\nCOPY a.tgz /tmp/\nRUN tar -xzf /tmp/b.tgz',
    'FROM alpine\nCOPY a.tgz /tmp/\nRUN tar -xzf /opt/a.tgz',
    'FROM alpine\nCOPY a.tgz /tmp/\nRUN tar -tzf /tmp/a.tgz',
    'FROM alpine\nCOPY a.tgz /tmp/\nFROM alpine\nRUN tar -xzf /tmp/a.tgz',
    'FROM alpine\nCOPY a.tgz /tmp/\nRUN tar xzf /tmp/a.tgz --strip-components=1 -C /opt',
    'FROM alpine\nCOPY a.tgz /tmp/\nRUN tar xzf /tmp/a.tgz -C /opt bin/a',
    'FROM alpine\nCOPY a.tar.gz /tmp/\nRUN tar czf /tmp/b.tgz /tmp/a.tar.gz',
  ],
  invalid: [
    {
      code: 'FROM alpine\nCOPY a.tgz /tmp/\nRUN tar -xzf /tmp/a.tgz -C /opt\nCMD ["/opt/a"]\n',
      finds: [['twice', 'a.tgz']],
      says: ['`a.tgz` stays in this layer beside what line 3 unpacks from it: ADD unpacks it at once.'],
      fixed: null,
      fixedUnsafely: 'FROM alpine\nADD a.tgz /opt/\nCMD ["/opt/a"]\n',
    },
    {
      code: 'FROM acme/unknown\nCOPY ./model/model.tar.gz .\nRUN tar xzf model.tar.gz && make',
      finds: [['twice', './model/model.tar.gz']],
      fixed: null,
      fixedUnsafely: 'FROM acme/unknown\nADD ./model/model.tar.gz ./\nRUN make',
    },
    {
      code: 'FROM alpine\nCOPY a.tgz /tmp/\nRUN tar -xzf /tmp/a.tgz && rm /tmp/a.tgz',
      finds: [['twice', 'a.tgz']],
      fixed: null,
    },
    {
      options: { partial: true },
      code: 'FROM alpine\nCOPY a.tgz b /tmp/\nRUN mkdir /a && tar --extract --file /tmp/a.tgz --strip-components=1 -C /a',
      finds: [['twice', 'a.tgz']],
      fixed: null,
    },
    {
      code: 'FROM alpine\nCOPY build.tar.xz /tmp/app.tar.xz\nRUN cd /tmp && tar xf app.tar.xz',
      finds: [['twice', 'build.tar.xz']],
      fixed: null,
      fixedUnsafely: 'FROM alpine\nADD build.tar.xz /tmp/\nRUN cd /tmp',
    },
  ],
});
