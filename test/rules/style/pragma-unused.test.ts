import rule from '../../../src/rules/style/pragma-unused.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM alpine\n# ignore=this is prose\nRUN x',
    'FROM alpine\n# hadolint ignore=DL3008\nRUN x',
    'FROM alpine\n# checkov:skip=CKV_DOCKER_2:no port\nRUN x',
    'FROM alpine\n# plimsoll is the linter: see ignore=\nRUN x',
    'FROM alpine\n# plimsoll ignore=SC2086,DL3008 -- not run here\nRUN x',
    'FROM alpine\n# plimsoll ignore=all until=2026-01-01 -- another rule reports it\nRUN x',
  ],

  invalid: [
    { code: 'FROM alpine\n# plimsoll ignore=all\nRUN x', finds: [['unused', 'all']] },
    {
      code: 'FROM alpine\n# plimsoll ignore=pragma-unusde\nRUN x',
      finds: [['unknown', 'pragma-unusde']],
      says: ['No rule has the name `pragma-unusde` (did you mean `pragma-unused`?), so the pragma silences nothing.'],
    },
    { code: 'FROM alpine\n# plimsoll ignore\nRUN x', finds: [['malformed', '# plimsoll ignore']] },
    {
      code: 'FROM alpine\n# plimsoll ignor=root-user\nRUN x',
      finds: [['malformed', '# plimsoll ignor=root-user']],
      says: ['The pragma has no effect: there is no `ignor` (did you mean `ignore`?).'],
    },
    { code: 'FROM alpine\n#plimsoll-ignore root-user\nRUN x', finds: [['malformed', '#plimsoll-ignore root-user']] },
    {
      code: 'FROM alpine\n# plimsoll disable=root-user\nRUN x',
      finds: [['malformed', '# plimsoll disable=root-user']],
    },
    {
      code: 'FROM alpine\n# hadolint ignore=DL3008 because\nRUN x',
      finds: [['malformed', '# hadolint ignore=DL3008 because']],
    },
    {
      code: 'FROM alpine\n# tally ignore=all\nRUN x',
      options: { dialects: 'all' },
      finds: [['unused', 'all']],
    },
  ],
});
