import rule from '../../../src/rules/runtime/user-cannot-write.ts';
import { testRule } from '../../support/rule-tester.ts';

const head = 'FROM debian:13\nRUN useradd --system app\n';

testRule(rule, {
  valid: [
    `${head}RUN mkdir /data && chown app /data\nVOLUME /data\nUSER app`,
    `${head}RUN install -d -o app /data\nVOLUME /data\nUSER app`,
    `${head}RUN mkdir -m 1777 /app/logs\nUSER app`,
    `${head}COPY --chown=app . /app\nRUN mkdir /app/logs\nUSER app`,
    `${head}RUN mkdir -p "$DIR/logs" && chown -R app "$DIR"\nVOLUME /data\nUSER app`,
    'FROM debian:13\nRUN useradd -m app\nVOLUME /home/app/data\nUSER app',
    'FROM node:24\nUSER node\nRUN mkdir ~/logs /home/node/cache',
    `${head}VOLUME /data`,
    `${head}VOLUME /data\nUSER root`,
    `${head}VOLUME /data\nUSER $WHO`,
    'FROM example.org/base\nVOLUME /data\nUSER app',
    `${head}RUN ./setup.sh\nVOLUME /data\nUSER app`,
    `${head}RUN mkdir -p /app/lib /tmp/cache\nUSER app`,
    // The image has it already, and whose it is.
    'FROM postgres:18\nVOLUME /var/lib/postgresql\nUSER postgres',
  ],
  invalid: [
    {
      code: `${head}USER app\nVOLUME /data\n`,
      finds: [['volume', '/data']],
      says: ["`/data` is a volume for what the program writes, but root's: `app` cannot write there."],
      fixed: null,
      fixedUnsafely: `${head}RUN mkdir -p /data && chown app /data\nUSER app\nVOLUME /data\n`,
    },
    {
      code: `${head}WORKDIR /app\nRUN mkdir logs uploads src\nUSER app:app`,
      finds: [['folder', 'logs']],
      says: ["`/app/logs` is made for what the program writes, but root's: `app` cannot write there."],
      fixed: null,
      fixedUnsafely: `${head}WORKDIR /app\nRUN mkdir logs uploads src\nRUN chown app:app /app/logs /app/uploads\nUSER app:app`,
    },
    { code: `${head}VOLUME ["/data"]\nUSER app`, finds: [['volume', '"/data"']], fixed: null },
    {
      code: 'FROM node:24\nRUN mkdir -p /app/data\nUSER 1000\n',
      finds: [['folder', '/app/data']],
      fixed: null,
      fixedUnsafely: 'FROM node:24\nRUN mkdir -p /app/data\nRUN chown 1000 /app/data\nUSER 1000\n',
    },
  ],
});
