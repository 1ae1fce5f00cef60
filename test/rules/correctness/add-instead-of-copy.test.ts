import rule from '../../../src/rules/correctness/add-instead-of-copy.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM alpine\nCOPY app.py /app/',
    'FROM scratch\nADD app.py',
    'FROM scratch\nADD rootfs.tar.xz /',
    'FROM scratch\nADD rootfs /',
    'FROM alpine\nADD https://example.org/tool /usr/local/bin/',
    'FROM alpine\nADD git@github.com:acme/app.git /src',
    'FROM alpine\nADD https://github.com/acme/app.git#v1 /src',
    'FROM alpine\nADD --checksum=sha256:aa app.py /app/',
    'FROM alpine\nADD --unpack=false app.tgz /app/',
    'FROM alpine\nARG SOURCE\nADD $SOURCE /app/',
    'FROM alpine\nARG VERSION\nADD app-$VERSION.tgz /app/',
    'FROM alpine\nADD app.py data.tar.gz /app/',
    'FROM alpine\nADD <<EOF /etc/motd\nhello\nEOF',
    'FROM alpine\nADD',
    { code: 'FROM alpine\nARG S=x.tar\nADD $S /app/', options: { unknown: true } },
    { code: 'FROM alpine\nARG V\nADD https://example.org/$V/app.jar /app/', options: { unknown: true } },
  ],
  invalid: [
    {
      code: 'FROM alpine\nADD app.py /app/\n',
      finds: [['plain', 'ADD']],
      says: ['ADD only copies `app.py` here; COPY says so, and neither fetches nor unpacks what comes later.'],
      fixed: 'FROM alpine\nCOPY app.py /app/\n',
    },
    {
      code: 'FROM alpine\nadd --chown=1:1 . a.jar b.zip /app/',
      finds: [['plain', 'add']],
      fixed: 'FROM alpine\ncopy --chown=1:1 . a.jar b.zip /app/',
    },
    {
      code: 'FROM alpine\nADD ["my file.txt", "/app/"]',
      finds: [['plain', 'ADD']],
      fixed: 'FROM alpine\nCOPY ["my file.txt", "/app/"]',
    },
    {
      code: 'FROM alpine\nARG JAR=target/app.jar\nADD $JAR /app.jar',
      finds: [['plain', 'ADD']],
      fixed: null,
      fixedUnsafely: 'FROM alpine\nARG JAR=target/app.jar\nCOPY $JAR /app.jar',
    },
    {
      code: 'FROM alpine\nADD requirements* /app/',
      finds: [['plain', 'ADD']],
      fixed: null,
      fixedUnsafely: 'FROM alpine\nCOPY requirements* /app/',
    },
    {
      code: 'FROM alpine\nADD app /app/',
      finds: [['plain', 'ADD']],
      fixed: null,
      fixedUnsafely: 'FROM alpine\nCOPY app /app/',
    },
    {
      code: 'FROM scratch\nADD root /',
      context: { 'root/etc/motd': 'hello' },
      finds: [['plain', 'ADD']],
      fixed: 'FROM scratch\nCOPY root /',
    },
    { code: 'FROM alpine\nADD $SOURCE /app/', options: { unknown: true }, finds: [['plain', 'ADD']], fixed: null },
    { code: 'FROM alpine\nADD --no-cache curl git', finds: [['plain', 'ADD']], fixed: null },
  ],
});
