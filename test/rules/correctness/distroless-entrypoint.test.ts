import rule from '../../../src/rules/correctness/distroless-entrypoint.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM gcr.io/distroless/python3-debian13\nCMD ["app.py"]',
    'FROM gcr.io/distroless/python3-debian13\nENTRYPOINT ["python3", "app.py"]',
    'FROM gcr.io/distroless/python3-debian13\nENTRYPOINT []\nCMD ["python3", "app.py"]',
    'FROM gcr.io/distroless/nodejs24-debian13\nCMD ["server.js"]',
    'FROM gcr.io/distroless/nodejs24-debian13\nENTRYPOINT ["/nodejs/bin/node", "server.js"]',
    'FROM gcr.io/distroless/nodejs24-debian13\nENV PATH=/nodejs/bin:$PATH\nENTRYPOINT ["node", "server.js"]',
    'FROM gcr.io/distroless/java21-debian13\nCMD ["app.jar"]',
    'FROM gcr.io/distroless/java21-debian13\nENTRYPOINT ["java", "-jar", "app.jar"]',
    'FROM gcr.io/distroless/cc-debian13\nCMD ["/app"]',
    'FROM gcr.io/distroless/cc-debian13\nCOPY --from=python:3.13 /usr/local /usr/local\nCMD ["app.py"]',
    'FROM gcr.io/distroless/cc-debian13:debug\nCMD ["app.py"]',
    'FROM python:3.13\nCMD ["python", "app.py"]',
    'FROM gcr.io/distroless/python3-debian13',
    'FROM gcr.io/distroless/python3-debian13 AS one\nCMD ["python"]\nFROM alpine\nCOPY --from=one /a /a',
  ],
  invalid: [
    {
      code: 'FROM gcr.io/distroless/python3-debian13\nCMD ["python", "app.py"]\n',
      finds: [['doubled', '"python"']],
      says: ['The entrypoint of this image is `/usr/bin/python3` already, which takes `python` for the file to run.'],
      fixed: 'FROM gcr.io/distroless/python3-debian13\nCMD ["app.py"]\n',
    },
    {
      code: 'FROM gcr.io/distroless/nodejs24-debian13\nCMD [ "node", \\\n  "--enable-source-maps", "server.js" ]',
      finds: [['doubled', '"node"']],
      fixed: 'FROM gcr.io/distroless/nodejs24-debian13\nCMD [ "--enable-source-maps", "server.js" ]',
    },
    {
      code: 'FROM gcr.io/distroless/java21\nCMD ["java", "-jar", "app.jar"]',
      finds: [['doubled', '"java"']],
      says: ['The entrypoint of this image is `/usr/bin/java -jar` already, which takes `java` for the file to run.'],
      fixed: 'FROM gcr.io/distroless/java21\nCMD ["app.jar"]',
    },
    {
      code: 'FROM gcr.io/distroless/java21\nCMD ["java", "-Xmx1g", "-jar", "app.jar"]',
      finds: [['doubled', '"java"']],
      fixed: null,
    },
    {
      code: 'FROM gcr.io/distroless/python3-debian13\nCMD ["gunicorn", "app:app"]',
      finds: [['module', '"gunicorn"']],
      fixed: 'FROM gcr.io/distroless/python3-debian13\nCMD ["-m", "gunicorn", "app:app"]',
    },
    {
      code: 'FROM gcr.io/distroless/nodejs24-debian13:nonroot\nCMD ["npm", "start"]',
      finds: [['lacking', '"npm"']],
      fixed: null,
    },
    {
      code: 'FROM gcr.io/distroless/nodejs24-debian13\nENTRYPOINT ["node", "server.js"]',
      finds: [['path', '"node"']],
      fixed: 'FROM gcr.io/distroless/nodejs24-debian13\nENTRYPOINT ["/nodejs/bin/node", "server.js"]',
    },
    {
      code: 'FROM gcr.io/distroless/nodejs24-debian13\nWORKDIR /app\nentrypoint ["server/index.js"]',
      finds: [['replaced', '"server/index.js"']],
      says: [
        '`server/index.js` takes the place of the entrypoint `/nodejs/bin/node`, so that nothing runs it: that is for CMD.',
      ],
      fixed: 'FROM gcr.io/distroless/nodejs24-debian13\nWORKDIR /app\ncmd ["server/index.js"]',
    },
    {
      code: 'FROM gcr.io/distroless/python3-debian13\nENTRYPOINT ["app.py"]\nCMD ["--port", "80"]',
      finds: [['replaced', '"app.py"']],
      fixed: null,
    },
    { code: 'FROM gcr.io/distroless/cc-debian13\nCMD ["app.py"]', finds: [['interpreter', '"app.py"']], fixed: null },
  ],
});
