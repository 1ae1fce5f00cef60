import type { Heredoc } from '../../dockerfile/model.ts';
import { defineRule } from '../../engine/rule.ts';
import { scriptsOf } from '../../shell/script.ts';

export default defineRule({
  id: 'tab-in-heredoc',
  summary: 'Indent a heredoc with tabs only where `<<-` takes them out',
  category: 'style',
  severity: 'style',
  recommended: false,
  applies: 'any',
  fixable: 'safe',

  messages: {
    kept: 'The tab before each line stays in the text: only `<<-{name}` takes tabs out.',
  },

  check({ instructions }, report) {
    for (const outer of instructions) {
      const instruction = outer.keyword === 'ONBUILD' ? outer.inner : outer;
      for (const heredoc of instruction?.heredocs ?? []) {
        if (heredoc.chomp || !isIndented(heredoc)) continue;
        const at = heredoc.span[0] + String(heredoc.descriptor || '').length + '<<'.length;
        // In a file, and in strings over several lines, the tabs may be wanted; a shell's commands are the same without.
        const script = instruction && scriptsOf(instruction)[0];
        const safety = script?.isHeredoc === true && script.ast !== undefined && isPlain(heredoc) ? 'safe' : 'unsafe';
        report('kept', {
          at: heredoc.span,
          data: { name: heredoc.name },
          fix: { title: 'Take the tabs out', safety, edits: [{ span: [at, at], text: '-' }] },
        });
      }
    }
  },
});

function isIndented({ body }: Heredoc): boolean {
  const lines = linesOf(body.text);
  return lines.length > 0 && lines.every(line => line.startsWith('\t'));
}

/** True where each line ends its own strings, and none begins a heredoc or goes on in the next. */
function isPlain({ body }: Heredoc): boolean {
  const isEven = (text: string, quote: string): boolean => text.split(quote).length % 2 === 1;
  return linesOf(body.text).every(
    line => isEven(line, "'") && isEven(line, '"') && isEven(line, '`') && !line.includes('<<') && !line.endsWith('\\'),
  );
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r?\n/).filter(line => line.trim() !== '');
}
