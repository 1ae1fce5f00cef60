import { undefinedUses } from '../../dockerfile/variables.ts';
import { defineRule } from '../../engine/rule.ts';
import { nearest } from '../../text/nearest.ts';

export default defineRule({
  id: 'undefined-arg-in-from',
  summary: 'Declare what FROM uses with ARG before the first FROM',
  category: 'correctness',
  severity: 'warning',
  applies: 'any',
  aliases: ['UndefinedArgInFrom'],

  messages: {
    undeclared:
      'No ARG above the first FROM declares `{name}`, so it is empty here and `--build-arg` cannot set it{hint}',
  },

  check({ globals, stages }, report) {
    const names = globals.flatMap(({ declarations }) => declarations.map(({ name }) => name.text));
    for (const { from } of stages) {
      for (const { name, span } of undefinedUses(from)) {
        if (names.includes(name)) continue;
        const meant = nearest(name, names);
        const hint = meant === undefined ? '.' : `; did you mean \`${meant}\`?`;
        report('undeclared', { at: span, data: { name, hint } });
      }
    }
  },
});
