import rule from '../../../src/rules/security/forbidden-package.ts';
import { testRule } from '../../support/rule-tester.ts';

const options = { deny: ['telnet', 'openssh-*', 'left-pad', '@evil/*'] };

testRule(rule, {
  valid: [
    'FROM alpine\nRUN apk add telnet',
    { code: 'FROM alpine\nRUN apk add curl && echo telnet', options },
    { code: 'FROM debian\nRUN apt-get remove telnet', options },
    { code: 'FROM debian\nRUN apt-get install "$PACKAGES"', options },
    { code: 'FROM debian\nRUN apt-get install openssh', options },
  ],

  invalid: [
    { code: 'FROM alpine\nRUN apk add --no-cache curl telnet', options, finds: [['denied', 'telnet']] },
    {
      code: 'FROM debian\nRUN apt-get update && \\\n  apt-get install -y openssh-server=1:9',
      options,
      finds: [['denied', 'openssh-server=1:9']],
    },
    {
      code: 'FROM node\nRUN npm install left-pad@1 @evil/x',
      options,
      finds: [
        ['denied', 'left-pad@1'],
        ['denied', '@evil/x'],
      ],
    },
  ],
});
