import type { Comment, Dockerfile } from '../../dockerfile/model.ts';
import { defineRule, type Fix } from '../../engine/rule.ts';
import { lineEnd, lineStart } from '../../fixers/instructions.ts';
import { nearest } from '../../text/nearest.ts';

/** What the values of each directive look like: without such a one a comment is a comment. */
const VALUES: Readonly<Record<string, RegExp>> = {
  syntax: /^(?:(?!dockerfile|buildkit)[^\s/]*\/)*(?:dockerfile|buildkit)[\w./-]*(?::[\w.-]+)?(?:@sha256:[0-9a-f]+)?$/,
  escape: /^[\\`]$/,
  check: /^(?:skip|error|experimental)=/,
};

const DIRECTIVE = /^([A-Za-z][A-Za-z0-9_-]{3,})(\s*[=:]\s*|\s+)(\S+)$/;

export default defineRule({
  id: 'syntax-directive-typo',
  summary: 'A parser directive counts only if it is spelt right and stands at the very top',
  category: 'correctness',
  severity: 'error',
  applies: 'any',
  wholeFile: true,
  fixable: 'safe',

  messages: {
    typo: '`{written}` is no directive but a comment: the name is `{name}`.',
    noEquals: 'Without `=` behind `{name}` this is a comment, and no directive.',
    late: 'This `{name}` directive does nothing: one counts only above every instruction, empty line and other comment.',
  },

  check(dockerfile, report) {
    const starts = new Set(dockerfile.directives.map(({ span }) => span[0]));
    const [first] = dockerfile.instructions;
    let isFixed = false;
    for (const comment of dockerfile.comments) {
      const meant = starts.has(comment.span[0]) ? undefined : meantBy(comment);
      if (meant === undefined) continue;
      const { name, written, separator, nameStart } = meant;
      const isTop = first === undefined || comment.span[0] < first.span[0];
      const isSpelt = written.toLowerCase() === name && separator === '=';
      // A `check` right above an instruction is BuildKit's own way to skip a check there.
      if (!isTop && (!isSpelt || name === 'check')) continue;
      const at = [nameStart, nameStart + written.length] as const;
      if (!isSpelt) {
        const fix: Fix | undefined = name === 'escape' || isFixed ? undefined : respelt(dockerfile, comment, meant);
        isFixed ||= fix !== undefined;
        report(separator === '=' ? 'typo' : 'noEquals', { at, data: { written, name }, fix });
      } else if (name !== 'check') {
        const line = dockerfile.text.slice(...comment.span);
        const fix = name === 'syntax' && !isFixed ? moved(dockerfile, comment, line) : undefined;
        isFixed = true;
        report('late', { at, data: { name }, fix });
      }
    }
  },
});

interface Meant {
  readonly name: string;
  readonly written: string;
  readonly separator: string;
  readonly value: string;
  /** Where the name stands. */
  readonly nameStart: number;
}

/** The directive that a comment was meant as. */
function meantBy({ text, span }: Comment): Meant | undefined {
  const [, written = '', separator = '', value = ''] = DIRECTIVE.exec(text) ?? [];
  if (written === '') return undefined;
  const name = nearest(written, Object.keys(VALUES));
  if (name === undefined || VALUES[name]?.test(value) !== true) return undefined;
  return { name, written, separator: separator.trim(), value, nameStart: span[1] - text.length };
}

/** As a directive, where those above it are directives. */
function respelt(dockerfile: Dockerfile, comment: Comment, meant: Meant): Fix | undefined {
  const { directives, text, lines } = dockerfile;
  const isTaken = directives.some(({ name }) => name === meant.name);
  const isNext = comment.line === directives.length + 1;
  if (isTaken) return undefined;
  if (!isNext) return meant.name === 'syntax' ? moved(dockerfile, comment, `# syntax=${meant.value}`) : undefined;
  const edit = { span: [lineStart(dockerfile, comment.line), lines.end(comment.line)] as const };
  const indent = text.slice(edit.span[0], comment.span[0]);
  return {
    title: `Write ${meant.name}=${meant.value}`,
    safety: 'safe',
    edits: [{ ...edit, text: `${indent}# ${meant.name}=${meant.value}` }],
  };
}

/** To the top of the file, where no other names the frontend. */
function moved(dockerfile: Dockerfile, { line }: Comment, written: string): Fix | undefined {
  const { text, lines, directives, instructions } = dockerfile;
  const top = lineStart(dockerfile, 1);
  const isInside = instructions.some(({ firstLine, lastLine }) => firstLine < line && line < lastLine);
  if (text.startsWith('#!', top) || isInside || directives.some(({ name }) => name === 'syntax')) return undefined;
  const end = line < lines.count ? lines.start(line + 1) : text.length;
  return {
    title: 'Move it to the top',
    safety: 'safe',
    edits: [
      { span: [top, top], text: written + lineEnd(dockerfile) },
      { span: [lineStart(dockerfile, line), end], text: '' },
    ],
  };
}
