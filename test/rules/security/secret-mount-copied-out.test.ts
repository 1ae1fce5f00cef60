import rule from '../../../src/rules/security/secret-mount-copied-out.ts';
import { testRule } from '../../support/rule-tester.ts';

const MOUNT = 'RUN --mount=type=secret,id=npm';

testRule(rule, {
  valid: [
    `FROM node\n${MOUNT},target=/root/.npmrc npm ci`,
    `FROM node\n${MOUNT} NPM_TOKEN=$(cat /run/secrets/npm) npm ci`,
    `FROM node\n${MOUNT} cp /run/secrets/npm ~/.npmrc && npm ci && rm ~/.npmrc`,
    `FROM node\n${MOUNT} --mount=type=tmpfs,target=/root cat /run/secrets/npm > /root/.npmrc && npm ci`,
    `FROM node\n${MOUNT} npm config set //r/:_authToken=$(cat /run/secrets/npm) && npm ci && npm config delete //r/:_authToken`,
    `FROM node\n${MOUNT} cat /run/secrets/npm | docker login --password-stdin > /dev/null && docker logout`,
    `FROM node\n${MOUNT} curl -H "X: $(cat /run/secrets/npm)" https://example.org > /out.json`,
    `FROM node\n${MOUNT},env=TOKEN echo '//r/:_authToken=\${TOKEN}' > .npmrc && npm ci`,
    `FROM node AS build\n${MOUNT} cp /run/secrets/npm ~/.npmrc\nFROM node\nCOPY --from=build /app /app`,
    'FROM node\nRUN cp /run/secrets/npm ~/.npmrc',
  ],
  invalid: [
    {
      code: `FROM node\n${MOUNT} cp /run/secrets/npm ~/.npmrc && npm ci`,
      finds: [['copied', '/run/secrets/npm']],
      says: [
        'The secret is written to `/root/.npmrc`, which stays in the layer: the mount is there so that it does not.',
      ],
    },
    {
      code: `FROM node\n${MOUNT},env=TOKEN echo "//r/:_authToken=$TOKEN" >> .npmrc`,
      finds: [['copied', '"//r/:_authToken=$TOKEN"']],
    },
    {
      code: `FROM golang\n${MOUNT} git config --global url."https://$(cat /run/secrets/npm)@github.com/".insteadOf https://github.com/ && go mod download`,
      finds: [['copied', 'url."https://$(cat /run/secrets/npm)@github.com/".insteadOf']],
    },
    {
      code: `FROM node\n${MOUNT},target=/tmp/key <<EOF\ncat /tmp/key | base64 -d | tee /etc/key\nEOF`,
      finds: [['copied', '/tmp/key']],
    },
  ],
});
