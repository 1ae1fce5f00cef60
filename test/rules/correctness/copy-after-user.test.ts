import rule from '../../../src/rules/correctness/copy-after-user.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM node:24\nUSER node\nWORKDIR /app\nCOPY . .\nCMD ["node", "x.js"]',
    'FROM node:24\nUSER node\nCOPY --chown=node:node data /data\nVOLUME /data',
    'FROM node:24\nUSER node\nCOPY --chmod=666 a.json /data/a.json\nRUN echo {} > /data/a.json',
    'FROM node:24\nCOPY data /data\nVOLUME /data',
    'FROM node:24\nUSER node\nCOPY data /data\nUSER root\nVOLUME /data\nRUN touch /data/a',
    'FROM node:24\nUSER node\nCOPY data /data\nVOLUME /data\nUSER root',
    'FROM node:24\nUSER root\nCOPY data /data\nVOLUME /data',
    'FROM node:24\nUSER node\nCOPY conf /etc/app.conf\nRUN sudo tee /etc/app.conf',
    'FROM node:24\nUSER node\nCOPY x.sh /app/x.sh\nRUN cat /app/x.sh > /tmp/y',
    'FROM node:24\nARG WHO=node\nUSER $WHO\nCOPY data /data\nVOLUME /data',
    'FROM acme/unknown\nCOPY data /data\nVOLUME /data',
  ],
  invalid: [
    {
      code: 'FROM node:24\nUSER node\nCOPY data /data\nVOLUME ["/data"]\n',
      finds: [['volume', 'COPY']],
      says: ['`/data` is a volume with files of root in it: `node`, who runs the container, cannot change them.'],
      fixed: null,
      fixedUnsafely: 'FROM node:24\nUSER node\nCOPY --chown=node data /data\nVOLUME ["/data"]\n',
    },
    {
      code: 'FROM node:24\nUSER node:node\nWORKDIR /app\nCOPY --link .env.sample ./.env\nRUN echo A=1 >> .env',
      finds: [['written', 'COPY']],
      says: ['`/app/.env` belongs to root, whatever USER says, and line 5 writes to it as `node`.'],
      fixed: null,
      fixedUnsafely:
        'FROM node:24\nUSER node:node\nWORKDIR /app\nCOPY --link --chown=node:node .env.sample ./.env\nRUN echo A=1 >> .env',
    },
    {
      code: 'FROM debian:13\nUSER 1000\nadd a.json /data/a.json\nRUN touch /data/a.json',
      finds: [['written', 'add']],
      fixed: null,
      fixedUnsafely: 'FROM debian:13\nUSER 1000\nadd --chown=1000 a.json /data/a.json\nRUN touch /data/a.json',
    },
  ],
});
