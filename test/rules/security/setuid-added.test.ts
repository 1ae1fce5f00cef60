import rule from '../../../src/rules/security/setuid-added.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM alpine\nRUN chmod 755 /app',
    'FROM alpine\nRUN chmod 2775 /shared && chmod g+s /shared',
    'FROM alpine\nRUN chmod u-s /bin/su && chmod -s /bin/mount',
    'FROM debian\nRUN find / -xdev -perm /6000 -type f -exec chmod a-s {} +',
    'FROM alpine AS build\nRUN chmod u+s /x\nFROM alpine\nCOPY --from=build /a /a',
    'FROM alpine\nRUN chmod 1777 /tmp',
  ],
  invalid: [
    {
      code: 'FROM alpine\nRUN chmod 4755 /usr/bin/tool',
      finds: [['setuid', '4755']],
      says: ['Mode `4755` makes `/usr/bin/tool` run as its owner, whoever starts it: a way from any account to root.'],
    },
    { code: 'FROM alpine\nRUN chmod u+xs /a', finds: [['setuid', 'u+xs']] },
    { code: 'FROM alpine\nRUN chmod +s /a', finds: [['setuid', '+s']] },
    { code: 'FROM alpine\nADD --chmod=6755 a /a', finds: [['setuid', '6755']] },
  ],
});
