import { expand } from '../../dockerfile/variables.ts';
import { flag } from '../../engine/options.ts';
import { defineRule } from '../../engine/rule.ts';

export default defineRule({
  id: 'copy-directory-slash',
  summary: 'End the destination of several sources with `/`',
  category: 'correctness',
  severity: 'error',
  applies: 'any',
  fixable: 'safe',
  aliases: ['DL3021', 'DS-0011'],
  hadolint: 'error',
  options: {
    asWritten: flag({
      about: 'Report all that does not end in `/` as it is written: variables, `.` and `..` too.',
      default: false,
    }),
  },
  presetOptions: { hadolint: { asWritten: true } },

  messages: {
    noSlash:
      'Without a `/` at its end `{path}` is one file unless it is a folder already, and the last of the sources is all that is left.',
  },

  check({ instructions }, report, { asWritten }) {
    for (const instruction of instructions) {
      if (instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD') continue;
      const { sources, destination, json } = instruction;
      if (destination === undefined || sources.length < 2) continue;
      const path = asWritten ? destination.text : expand(instruction, destination).value;
      if (path === undefined || (asWritten ? /[/\\]["']?$/ : /(?:^|[/\\])\.{0,2}$/).test(path)) continue;

      const { text, span } = destination;
      const isPlain = /^[\w./-]+$/.test(text) && span[1] - span[0] === text.length + (json ? 2 : 0);
      const at = json ? span[1] - 1 : span[1];
      const fix = { title: 'Add the slash', safety: 'safe', edits: [{ span: [at, at], text: '/' }] } as const;
      report('noSlash', { at: span, data: { path }, fix: isPlain ? fix : undefined });
    }
  },
});
