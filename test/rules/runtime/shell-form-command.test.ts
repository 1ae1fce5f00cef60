import rule from '../../../src/rules/runtime/shell-form-command.ts';
import { testRule } from '../../support/rule-tester.ts';

const node = 'FROM node:24\n';

testRule(rule, {
  valid: [
    `${node}CMD ["node", "server.js"]`,
    `${node}ENTRYPOINT []\nCMD []`,
    // The shell gives way to the program.
    `${node}CMD exec node server.js --port $PORT`,
    `${node}CMD npm run migrate && exec node server.js`,
    // A shell that was chosen.
    `${node}SHELL ["/bin/bash", "-c"]\nCMD node server.js`,
    `${node}CMD node a.js\nCMD ["node", "b.js"]`,
    // json-form-broken says it.
    `${node}CMD ['node', 'server.js']`,
    `${node}HEALTHCHECK CMD curl -f localhost`,
    `${node}ONBUILD CMD node server.js`,
    'FROM node:24 AS build\nCMD node server.js\n\nFROM nginx\nCOPY --from=build /a /b',
  ],

  invalid: [
    {
      code: `${node}HEALTHCHECK CMD curl -f localhost || exit 1\nHEALTHCHECK NONE\nHEALTHCHECK CMD ["curl"]`,
      options: { allow: 'nothing' },
      finds: [['check', 'HEALTHCHECK']],
      says: ['This HEALTHCHECK is run by `/bin/sh -c`, which the image must have.'],
      fixed: null,
    },
    {
      code: `${node}CMD node server.js\n`,
      finds: [['shell', 'CMD']],
      says: [
        'This CMD is run by `/bin/sh -c`, and a shell passes no signals on: `docker stop` waits, then kills the program.',
      ],
      fixed: `${node}CMD ["node", "server.js"]\n`,
    },
    {
      code: `${node}cmd node \\\n    # why\n    --title="a b" \\\n    'it\\s' c\\ d\n`,
      finds: [['shell', 'cmd']],
      fixed: `${node}cmd ["node", \\\n    # why\n    "--title=a b", \\\n    "it\\\\s", "c d"]\n`,
    },
    {
      code: 'FROM python:3.13\nCMD tini -- python a.py',
      finds: [['shell', 'CMD']],
      fixed: 'FROM python:3.13\nCMD ["tini", "--", "python", "a.py"]',
    },
    {
      code: 'FROM python:3.13\nENTRYPOINT python app.py',
      finds: [['shell', 'ENTRYPOINT']],
      fixed: 'FROM python:3.13\nENTRYPOINT ["python", "app.py"]',
    },
    {
      code: `${node}ENTRYPOINT ["tini", "--"]\nCMD node server.js`,
      finds: [['shell', 'CMD']],
      fixed: `${node}ENTRYPOINT ["tini", "--"]\nCMD ["node", "server.js"]`,
    },
    // The other of the two would be read anew.
    {
      code: 'FROM python:3.13\nENTRYPOINT ["python"]\nCMD app.py',
      finds: [['shell', 'CMD']],
      fixed: null,
      fixedUnsafely: 'FROM python:3.13\nENTRYPOINT ["python"]\nCMD ["app.py"]',
    },
    {
      code: 'FROM python:3.13\nENTRYPOINT python app.py\nCMD ["--debug"]',
      finds: [['shell', 'ENTRYPOINT']],
      fixed: null,
      fixedUnsafely: 'FROM python:3.13\nENTRYPOINT ["python", "app.py"]\nCMD ["--debug"]',
    },
    {
      code: 'FROM example.org/base\nCMD run',
      finds: [['shell', 'CMD']],
      fixed: null,
      fixedUnsafely: 'FROM example.org/base\nCMD ["run"]',
    },
    // A script needs its first line.
    {
      code: `${node}COPY start.sh ./\nCMD ./start.sh`,
      finds: [['shell', 'CMD']],
      fixed: null,
      fixedUnsafely: `${node}COPY start.sh ./\nCMD ["./start.sh"]`,
    },
    {
      code: `${node}COPY start.sh ./\nCMD ./start.sh`,
      context: { 'start.sh': '#!/bin/sh\nexec node server.js\n' },
      finds: [['shell', 'CMD']],
      fixed: `${node}COPY start.sh ./\nCMD ["./start.sh"]`,
    },
    // What only a shell can do.
    {
      code: `${node}CMD node server.js --port $PORT`,
      finds: [['shell', 'CMD']],
      fixed: `${node}CMD exec node server.js --port $PORT`,
    },
    {
      code: `${node}CMD export A=b && mkdir -p /a; ./manage.py migrate && node server.js > /log`,
      finds: [['shell', 'CMD']],
      fixed: `${node}CMD export A=b && mkdir -p /a; ./manage.py migrate && exec node server.js > /log`,
    },
    // What it leaves running would be Node's to look after.
    {
      code: `${node}CMD service nginx start && node server.js`,
      finds: [['shell', 'CMD']],
      fixed: null,
      fixedUnsafely: `${node}CMD service nginx start && exec node server.js`,
    },
    // Entrypoints of base images that run what they are given, and one that looks at it.
    {
      code: 'FROM eclipse-temurin:21-jre\nCMD java -jar /app.jar',
      finds: [['shell', 'CMD']],
      fixed: 'FROM eclipse-temurin:21-jre\nCMD ["java", "-jar", "/app.jar"]',
    },
    {
      code: 'FROM nginx:1.30\nCMD nginx -g "daemon off;"',
      finds: [['shell', 'CMD']],
      fixed: null,
      fixedUnsafely: 'FROM nginx:1.30\nCMD ["nginx", "-g", "daemon off;"]',
    },
    { code: `${node}CMD node *.js`, finds: [['shell', 'CMD']], fixed: `${node}CMD exec node *.js` },
    { code: `${node}CMD node ~/a.js # why`, finds: [['shell', 'CMD']], fixed: `${node}CMD exec node ~/a.js # why` },
    { code: `${node}CMD PORT=80 node a.js`, finds: [['shell', 'CMD']], fixed: null },
    { code: `${node}CMD cron & node a.js`, finds: [['shell', 'CMD']], fixed: null },
    { code: `${node}CMD node a.js | tee /log`, finds: [['shell', 'CMD']], fixed: null },
    { code: `${node}CMD if true; then node a.js; fi`, finds: [['shell', 'CMD']], fixed: null },
    { code: `${node}CMD cd /app`, finds: [['shell', 'CMD']], fixed: null },
    { code: `${node}CMD trap "echo bye" EXIT; node a.js`, finds: [['shell', 'CMD']], fixed: null },
    { code: 'FROM mcr.microsoft.com/windows/servercore:ltsc2025\nCMD app.exe', finds: [['shell', 'CMD']], fixed: null },
    {
      code: `${node}SHELL ["/bin/bash", "-c"]\nCMD exec a\nCMD ['b']`,
      options: { allow: 'nothing' },
      finds: [
        ['shell', 'CMD'],
        ['shell', 'CMD'],
      ],
      fixed: null,
    },
  ],
});
