import rule from '../../../src/rules/stages/spa-served-by-dev-server.ts';
import { testRule } from '../../support/rule-tester.ts';

const NODE = 'FROM node:24\nWORKDIR /app\nCOPY package*.json ./\nRUN npm ci\nCOPY . .\n';

function scripts(given: Readonly<Record<string, string>>): Record<string, string> {
  return { 'package.json': JSON.stringify({ scripts: given }) };
}

testRule(rule, {
  valid: [
    // What `npm start` runs is not known.
    `${NODE}CMD ["npm", "start"]`,
    { code: `${NODE}CMD ["npm", "start"]`, context: scripts({ start: 'node server.js' }) },
    { code: `${NODE}CMD ["npm", "start"]`, context: scripts({ start: 'next start' }) },
    { code: `${NODE}CMD ["npm", "start"]`, context: scripts({ build: 'react-scripts build' }) },
    { code: `${NODE}CMD ["npm", "start"]`, context: scripts({ start: 'npm run start' }) },
    // It is for those who work on it.
    { code: `${NODE}CMD ["npm", "run", "dev"]`, context: scripts({ dev: 'vite' }) },
    `${NODE.replace('FROM node:24', 'FROM node:24 AS development')}CMD ["npx", "vite"]`,
    `${NODE}ENV NODE_ENV=development\nCMD ["npx", "vite"]`,
    // In a stage that does not ship.
    `${NODE.replace('FROM node:24', 'FROM node:24 AS build')}CMD ["ng", "serve"]\nFROM nginx\nCOPY --from=build /app/dist /usr/share/nginx/html`,
    `${NODE}CMD ["npx", "vite", "preview"]`,
    `${NODE}CMD ["npx", "vite", "build"]`,
    `${NODE}CMD ["npx", "serve", "dist"]`,
    // Two projects: which one's `start` is meant?
    {
      code: 'FROM node:24\nCOPY a/ /a/\nCOPY b/ /b/\nCMD ["npm", "start"]',
      context: { 'a/package.json': '{"scripts":{"start":"vite"}}', 'b/package.json': '{}' },
    },
  ],
  invalid: [
    {
      code: `${NODE}CMD ["npm", "start"]`,
      context: scripts({ start: 'react-scripts start' }),
      finds: [['server', '"npm", "start"']],
      says: [
        '`react-scripts start` is a development server, which compiles in the container with all that the build needs: the front end is static files once it is built.',
      ],
    },
    {
      code: `${NODE}CMD yarn start`,
      context: scripts({
        start: 'npm run lint && npm run serve',
        lint: 'eslint .',
        serve: 'cross-env HOST=0 vite --host',
      }),
      finds: [['server', 'yarn start']],
    },
    {
      code: `${NODE}ENTRYPOINT ["ng"]\nCMD ["serve", "--host", "0.0.0.0"]`,
      finds: [['server', '"serve", "--host", "0.0.0.0"']],
    },
    { code: `${NODE}CMD npx --yes webpack serve`, finds: [['server', 'npx --yes webpack serve']] },
    {
      code: `${NODE}ENV NODE_ENV=production\nCMD ["npm", "run", "dev"]`,
      context: scripts({ dev: 'vite' }),
      finds: [['server', '"npm", "run", "dev"']],
    },
    {
      code: 'FROM node:24\nCOPY web/ /web/\nWORKDIR /web\nRUN npm ci\nCMD ["npm", "start"]',
      context: { 'web/package.json': '{"scripts":{"start":"./node_modules/.bin/vue-cli-service serve"}}' },
      finds: [['server', '"npm", "start"']],
    },
  ],
});
