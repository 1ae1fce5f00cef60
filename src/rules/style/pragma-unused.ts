import { choice } from '../../engine/options.ts';
import type { NameUse, Pragma } from '../../engine/pragmas/pragma.ts';
import { defineRule } from '../../engine/rule.ts';

export default defineRule({
  id: 'pragma-unused',
  summary: 'Remove comments that silence nothing',
  category: 'style',
  severity: 'info',
  applies: 'any',
  afterPragmas: true,
  options: {
    dialects: choice({
      about: 'Whose pragmas are looked at; those of other linters may still serve them.',
      default: 'own',
      of: ['own', 'all'],
    }),
  },

  messages: {
    unused: 'The pragma silences no finding of `{name}` here; what it excused is gone, or stands elsewhere.',
    unknown: 'No rule has the name `{name}`{suggestion}, so the pragma silences nothing.',
    malformed: 'The pragma has no effect: {fault}.',
  },

  check(_, report, { dialects }, { pragmas = [] }) {
    for (const { pragma, expired, names } of pragmas) {
      const { fault, span } = pragma;
      if (fault !== undefined) report('malformed', { at: span, data: { fault } });
      if (fault !== undefined || expired || (dialects === 'own' && !isOwn(pragma))) continue;

      for (const name of names) {
        const data = { name: name.text, suggestion: suggestionOf(name) };
        if (!name.known) report('unknown', { at: name.span, data });
        else if (name.ran && name.silenced === 0) report('unused', { at: name.span, data: { name: name.text } });
      }
    }
  },
});

function isOwn({ dialect }: Pragma): boolean {
  return dialect === 'plimsoll';
}

function suggestionOf({ suggestion }: NameUse): string {
  return suggestion === undefined ? '' : ` (did you mean \`${suggestion}\`?)`;
}
