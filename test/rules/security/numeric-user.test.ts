import rule from '../../../src/rules/security/numeric-user.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM alpine',
    'FROM alpine\nUSER 1000',
    'FROM alpine\nUSER 1000:app',
    'FROM alpine\nUSER root',
    'FROM mcr.microsoft.com/dotnet/aspnet:9.0\nUSER $APP_UID',
    'FROM node AS build\nUSER node\nFROM scratch\nCOPY --from=build /app /',
    'FROM node\nUSER node\nUSER 1000',
    { code: 'FROM alpine\nARG ID=5\nENV ID=$ID\nUSER ${ID}:app', options: { all: true } },
  ],
  invalid: [
    {
      code: 'FROM node:24\nUSER node\n',
      finds: [['named', 'node']],
      says: ['Kubernetes cannot tell that `node` is not root: `runAsNonRoot` needs a number.'],
      fixed: 'FROM node:24\nUSER 1000\n',
    },
    {
      code: 'FROM debian:13\nRUN useradd -u 10001 app\nuser  app:app',
      finds: [['named', 'app:app']],
      fixed: 'FROM debian:13\nRUN useradd -u 10001 app\nuser  10001:app',
    },
    { code: 'FROM debian:13\nRUN useradd -r app\nUSER app', finds: [['named', 'app']], fixed: null },
    {
      code: 'FROM alpine\nUSER root\nRUN true\nUSER $ID\nUSER 7',
      options: { all: true },
      finds: [
        ['named', 'root'],
        ['named', '$ID'],
      ],
      fixed: 'FROM alpine\nUSER 0\nRUN true\nUSER $ID\nUSER 7',
    },
  ],
});
