import rule from '../../../src/rules/size/useradd-sparse-uid.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM debian\nRUN useradd -u 10001 app',
    'FROM debian\nRUN useradd -u 99999 app',
    'FROM debian\nRUN useradd -l -u 1000680000 app',
    'FROM debian\nRUN useradd --no-log-init --uid=1000680000 app',
    'FROM debian\nRUN useradd -rlu 1000680000 app',
    'FROM debian\nRUN useradd -u "${APP_USER_ID}" app',
    'FROM debian\nARG ID\nRUN useradd -u $ID app',
    'FROM debian\nRUN useradd -g 1000680000 app',
    'FROM alpine\nRUN adduser -D -u 1000680000 app',
    'FROM debian AS build\nRUN useradd -u 1000680000 app\nFROM debian\nCOPY --from=build /x /x',
  ],
  invalid: [
    {
      code: 'FROM debian\nRUN useradd -u 123456 app',
      finds: [['sparse', '123456']],
      says: ['`useradd` with the number 123456 stretches `/var/log/lastlog` to 36 MB, which a layer may hold in full.'],
      fixed: 'FROM debian\nRUN useradd --no-log-init -u 123456 app',
    },
    {
      code: 'FROM debian\nRUN groupadd x \\\n && useradd -m --uid=1000680000 \\\n  app',
      finds: [['sparse', '--uid=1000680000']],
      fixed: 'FROM debian\nRUN groupadd x \\\n && useradd --no-log-init -m --uid=1000680000 \\\n  app',
    },
    {
      code: 'FROM debian\nARG ID=1000680000\nRUN useradd -u ${ID} app',
      finds: [['sparse', '${ID}']],
      fixed: 'FROM debian\nARG ID=1000680000\nRUN useradd --no-log-init -u ${ID} app',
    },
    {
      code: 'FROM debian\nRUN ["useradd", "-u", "123456", "app"]',
      finds: [['sparse', '"123456"']],
      fixed: 'FROM debian\nRUN ["useradd", "--no-log-init", "-u", "123456", "app"]',
    },
  ],
});
