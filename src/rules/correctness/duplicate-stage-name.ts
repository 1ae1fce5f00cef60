import { defineRule } from '../../engine/rule.ts';

export default defineRule({
  id: 'duplicate-stage-name',
  summary: 'Give each stage a name of its own',
  category: 'correctness',
  severity: 'error',
  applies: 'any',
  wholeFile: true,
  aliases: ['DL3024', 'DuplicateStageName', 'DS-0012'],
  hadolint: 'error',

  messages: {
    duplicate:
      'The stage in line {line} is called `{name}` too, so which of the two is meant depends on where it is named.',
  },

  check({ stages }, report) {
    const first = new Map<string, number>();
    for (const { name, from } of stages) {
      if (name === undefined || from.alias === undefined) continue;
      const line = first.get(name);
      if (line === undefined) first.set(name, from.firstLine);
      else report('duplicate', { at: from.alias.span, data: { name: from.alias.text, line: String(line) } });
    }
  },
});
