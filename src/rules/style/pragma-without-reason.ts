import { defineRule } from '../../engine/rule.ts';

export default defineRule({
  id: 'pragma-without-reason',
  summary: 'Say why a rule is silenced',
  category: 'style',
  severity: 'warning',
  recommended: false,
  applies: 'any',
  afterPragmas: true,

  messages: {
    noReason: 'The pragma gives no reason, so nobody can tell when it may go.',
  },

  check(_, report, _options, { pragmas = [] }) {
    for (const { pragma } of pragmas) {
      if (pragma.reason === undefined && pragma.fault === undefined) report('noReason', { at: pragma.span });
    }
  },
});
