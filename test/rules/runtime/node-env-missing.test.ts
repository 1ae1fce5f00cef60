import rule from '../../../src/rules/runtime/node-env-missing.ts';
import { testRule } from '../../support/rule-tester.ts';

const head = 'FROM node:24-slim\n';

testRule(rule, {
  valid: [
    `${head}ENV NODE_ENV=production\nCMD ["node", "app.js"]`,
    `${head}ARG MODE\nENV NODE_ENV=$MODE\nCMD ["node", "app.js"]`,
    `${head}CMD NODE_ENV=production node app.js`,
    `${head}CMD ["env", "NODE_ENV=production", "node", "app.js"]`,
    // The script may set it.
    `${head}CMD ["npm", "start"]`,
    `${head}CMD ["node"]`,
    `${head}CMD ["node", "--inspect", "app.js"]`,
    'FROM node:24 AS dev\nCMD ["node", "app.js"]',
    'FROM example.org/base\nCMD ["node", "app.js"]',
    'FROM node:24 AS a\nCMD ["node", "app.js"]\n\nFROM nginx\nCOPY --from=a /a /a',
  ],
  invalid: [
    {
      code: `${head}RUN npm ci\nCMD ["node", "app.js"]`,
      finds: [['missing', '"node", "app.js"']],
      says: [
        'NODE_ENV is not set, so that Express, React and others run in their slower and more talkative development mode.',
      ],
      fixed: `${head}RUN npm ci\nENV NODE_ENV=production\nCMD ["node", "app.js"]`,
    },
    { code: `${head}CMD tini -- node app.js\nRUN npm ci`, finds: [['missing', 'tini -- node app.js']], fixed: null },
  ],
});
