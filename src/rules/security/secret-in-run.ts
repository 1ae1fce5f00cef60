import type { Instruction } from '../../dockerfile/model.ts';
import { defineRule } from '../../engine/rule.ts';
import { commandsOf } from '../../shell/commands.ts';
import { secretArguments } from '../../shell/secret-arguments.ts';
import type { MappedText } from '../../text/mapped-text.ts';
import { passwordsInUrls, tokensIn } from '../../text/secret-shapes.ts';
import { contains, type Span } from '../../text/span.ts';

export default defineRule({
  id: 'secret-in-run',
  summary: 'Write no tokens or passwords into commands and files',
  category: 'security',
  severity: 'error',
  applies: 'any',

  messages: {
    token: 'This {kind} can be read by everybody who has the file or the image.',
    password: 'The password in this URL can be read by everybody who has the file or the image.',
    literal: 'The literal secret in `{name}` can be read by everybody who has the file or the image.',
  },

  check({ instructions }, report) {
    for (const instruction of instructions) {
      const { keyword } = instruction;
      // Variables have a rule of their own: secret-in-arg-env.
      if (keyword === 'ARG' || keyword === 'ENV' || keyword === 'FROM') continue;
      const found: Span[] = [];
      for (const text of textsOf(instruction)) {
        for (const { kind, span } of tokensIn(text.text)) {
          const at = text.sourceSpan(span);
          found.push(at);
          report('token', { at, data: { kind } });
        }
        for (const span of passwordsInUrls(text.text)) {
          const at = text.sourceSpan(span);
          if (!found.some(other => contains(at, other))) report('password', { at });
          found.push(at);
        }
      }
      for (const { name, span } of commandsOf(instruction).flatMap(secretArguments)) {
        if (!found.some(other => contains(span, other))) report('literal', { at: span, data: { name } });
      }
    }
  },
});

function textsOf({ keyword, body, heredocs }: Instruction): readonly MappedText[] {
  // A wrapper's text is that of the instruction which it wraps.
  return keyword === 'ONBUILD' || heredocs.length === 0 ? [body] : [body, ...heredocs.map(heredoc => heredoc.body)];
}
