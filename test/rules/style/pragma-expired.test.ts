import rule from '../../../src/rules/style/pragma-expired.ts';
import { testRule } from '../../support/rule-tester.ts';

const code = 'FROM alpine\n# plimsoll ignore=all until=2026-11-15 -- waiting for 3.23\nRUN x';

testRule(rule, {
  valid: [{ code, date: '2026-11-15' }, 'FROM alpine\n# plimsoll ignore=all -- for ever\nRUN x'],

  invalid: [
    { code, date: '2026-11-16', finds: [['expired', '# plimsoll ignore=all until=2026-11-15 -- waiting for 3.23']] },
    {
      code: 'FROM alpine\n#trivy:ignore:DS-0002:exp:2026-01-01\nRUN x',
      finds: [['expired', '#trivy:ignore:DS-0002:exp:2026-01-01']],
      says: ['The pragma held until 2026-01-01; what it excused is reported again.'],
    },
  ],
});
