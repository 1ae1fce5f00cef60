import { defineRule } from '../../engine/rule.ts';

export default defineRule({
  id: 'pragma-used',
  summary: 'Silence rules in the configuration, not in comments',
  category: 'style',
  severity: 'warning',
  recommended: false,
  applies: 'any',
  afterPragmas: true,
  aliases: ['DL1001'],
  codes: { DL1001: 'used' },
  hadolint: 'off',

  messages: {
    used: 'A comment silences rules here; this project does that in its configuration only.',
    usedForMore: 'A comment silences rules here; this project does that in its configuration only.',
  },

  check(_, report, _options, { pragmas = [] }) {
    for (const { pragma } of pragmas)
      report(pragma.scope === 'instruction' ? 'used' : 'usedForMore', { at: pragma.span });
  },
});
