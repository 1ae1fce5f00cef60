import type { Dockerfile, RunInstruction } from '../dockerfile/model.ts';
import type { Fix } from '../engine/rule.ts';
import { statementsOf } from '../shell/make-script.ts';
import type { ListItem } from '../shell/model.ts';
import { scriptsOf } from '../shell/script.ts';
import { isPosixLike } from '../shell/which-shell.ts';
import { indentOf, lineEnd } from './instructions.ts';

/** Commands whose effect on the shell itself would reach into what follows. */
const LASTING = new Set(
  'cd pushd popd export set unset source . eval exec exit trap umask alias ulimit shopt return'.split(' '),
);

/**
 * Joins a RUN to the one right before it by `&&`, on a line of its own, comments between them kept. Undefined where the two would
 * not do together what they do apart: another form or shell, lists by `;`, changes of the shell's folder, variables or options.
 */
export function mergeRuns(dockerfile: Dockerfile, first: RunInstruction, second: RunInstruction): Fix | undefined {
  const [before, after] = [plainItems(first), plainItems(second)];
  const start = after?.[0]?.span[0];
  if (before === undefined || after === undefined || start === undefined) return undefined;
  const isChain = after.every(item => item.after === undefined || item.after === '&&');
  const isLasting = before.some(({ commands }) =>
    commands.some(({ name, words }) => words.length === 0 || LASTING.has(name ?? '.')),
  );
  const last = before.at(-1);
  if (!isChain || isLasting || last === undefined || last.after !== undefined) return undefined;

  const { text, escape, lines } = dockerfile;
  const end = lineEnd(dockerfile);
  const comments = second.comments.map(({ line }) => text.slice(lines.start(line), lines.end(line)) + end);
  const gap =
    text.slice(last.span[1], first.span[1]) + text.slice(second.flags.at(-1)?.span[1] ?? second.keywordSpan[1], start);
  // Anything but blanks there, a shell's comment above all, would be cut off.
  if (gap.trim() !== '') return undefined;
  const joint = ` ${escape}${end}${comments.join('')}${indentOf(dockerfile, first)} && `;
  return {
    title: 'Make it one RUN',
    safety: 'unsafe',
    edits: [{ span: [last.span[1], start], text: joint }],
  };
}

function plainItems(run: RunInstruction): readonly ListItem[] | undefined {
  const [script] = scriptsOf(run);
  if (script?.origin !== 'shell-form' || !isPosixLike(script.shell)) return undefined;
  return run.heredocs.length > 0 || script.errors.length > 0 ? undefined : statementsOf(script);
}
