import rule from '../../../src/rules/security/secret-in-arg-env.ts';
import { testRule } from '../../support/rule-tester.ts';

// Put together here, so that no scanner takes this file for a leak.
const GITHUB = `ghp_${'a1B2c3D4'.repeat(5)}`;
const STRIPE = `sk_${'live'}_${'4eC39HqLyjWDarjt'}`;

testRule(rule, {
  valid: [
    'FROM alpine\nENV POSTGRES_PASSWORD_FILE=/run/secrets/pg',
    'FROM alpine\nARG DOCKER_USERNAME=builder\nENV TRAVIS_OS_NAME=linux',
    'FROM python:3.13\nENV GPG_KEY=7169605F62C751356D054A26A821E680E5FA6305',
    'FROM alpine\nENV SSH_PUBLIC_KEY="ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl"',
    'FROM alpine\nENV AUTH_TOKEN_URL=https://auth.example.org/oauth/token TOKEN_EXPIRY=3600',
    'FROM alpine\nENV SITE_KEY=main\nENV DefaultProcess__Filters__0__Key=ProcessId',
    'FROM alpine\nENV JWT_SECRET=',
    'FROM alpine\nENV API_TOKEN=changeme DB_PASSWORD="<password>" SECRET_KEY_BASE=dummy',
    'FROM ruby AS build\nARG GEM_TOKEN\nRUN bundle\nFROM ruby\nCOPY --from=build /a /a',
    'FROM alpine\nENV DATABASE_URL=postgres://postgres:postgres@db/app CACHE=redis://:$PW@cache',
    'FROM alpine\nENV TLS_SECRET_KEY=/etc/ssl/private/key.pem',
    'FROM alpine\nENV BUILD_SHA=9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    'FROM alpine\nENV AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE',
    'FROM alpine\nENV X="$TOKEN',
    'FROM alpine\nENV TOKEN_LIMIT=128000 MAX_TOKENS=4096 AUTH_TOKEN=1234567890123 SECRET_NAME=prod-db',
  ],
  invalid: [
    {
      code: `FROM alpine\nENV DEPLOY=${GITHUB} A=b`,
      finds: [['token', GITHUB]],
      says: [
        '`DEPLOY` holds what is a secret by its shape (GitHub token): whoever has the file or the image has it too.',
      ],
    },
    { code: `ARG K="${STRIPE}"\nFROM alpine`, finds: [['token', `"${STRIPE}"`]] },
    {
      code: "FROM alpine\nENV DB_PASSWORD hunter2!\nARG apiKey='s3cr3t-Value'",
      finds: [
        ['literal', 'hunter2!'],
        ['literal', "'s3cr3t-Value'"],
      ],
      says: [
        '`DB_PASSWORD` is set to a literal secret: whoever has the file or the image can read it.',
        '`apiKey` is set to a literal secret: whoever has the file or the image can read it.',
      ],
    },
    { code: 'FROM alpine\nENV LICENSE_KEY=lgNvGyhnUKpa5PJi', finds: [['literal', 'lgNvGyhnUKpa5PJi']] },
    {
      code: 'FROM alpine\nENV DATABASE_URL=postgres://app:Tr0ub4dor@db.internal/app',
      finds: [['token', 'postgres://app:Tr0ub4dor@db.internal/app']],
    },
    {
      code: 'FROM alpine\nARG NPM_TOKEN\nENV NPM_TOKEN=$NPM_TOKEN\nARG PW=$SECRET\nENV DB_PASSWORD=secret',
      finds: [
        ['named', 'NPM_TOKEN'],
        ['literal', 'secret'],
      ],
      says: [
        'What the build is given as `NPM_TOKEN` stays readable in the history or the configuration of the image.',
        '`DB_PASSWORD` is set to a literal secret: whoever has the file or the image can read it.',
      ],
    },
    { code: 'FROM alpine\nARG GITHUB_TOKEN=""', finds: [['named', 'GITHUB_TOKEN']] },
    { code: 'FROM alpine\nONBUILD ENV API_KEY=q8Zt2', finds: [['literal', 'q8Zt2']] },
    {
      code: 'ARG TOKEN\nFROM alpine\nENV GPG_KEY=1 PUBLIC_KEY=2\nARG USERNAME\nONBUILD ARG AUTH',
      options: { judge: 'buildkit-names' },
      finds: [['named', 'GPG_KEY']],
    },
    {
      code: 'ARG TOKEN\nFROM alpine\nENV GPG_KEY=1 docker_email=2\nARG USERNAME',
      options: { judge: 'hadolint-names' },
      finds: [
        ['named', 'TOKEN'],
        ['named', 'docker_email'],
        ['named', 'USERNAME'],
      ],
    },
  ],
});
