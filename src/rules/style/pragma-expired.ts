import { defineRule } from '../../engine/rule.ts';

export default defineRule({
  id: 'pragma-expired',
  summary: 'Look again at what was excused until a day that is past',
  category: 'style',
  severity: 'warning',
  applies: 'any',
  afterPragmas: true,

  messages: {
    expired: 'The pragma held until {until}; what it excused is reported again.',
  },

  check(_, report, _options, { pragmas = [] }) {
    for (const { pragma, expired } of pragmas) {
      if (expired && pragma.until !== undefined) report('expired', { at: pragma.span, data: { until: pragma.until } });
    }
  },
});
