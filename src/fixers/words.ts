import type { Dockerfile } from '../dockerfile/model.ts';
import type { ShellCommand, ShellWord } from '../shell/model.ts';
import type { PackageOperation } from '../shell/operations.ts';
import { contains, type Edit, type Span } from '../text/span.ts';

/** Writes a flag behind the subcommand of a package manager, or behind the manager where it has none. */
export function addFlag(dockerfile: Dockerfile, operation: PackageOperation, flag: string): Edit | undefined {
  return insertAfter(dockerfile, operation.command, operation.subcommandWord ?? operation.program, flag);
}

/**
 * Writes a word without special characters behind one of a command's, in the exec form as a string of its own.
 * Undefined where the script is one that another shell is given and that cannot be edited in its place.
 */
export function insertAfter(
  { text }: Dockerfile,
  { script }: ShellCommand,
  { span: [, end] }: ShellWord,
  added: string,
): Edit | undefined {
  if (!isEditable(text, script, [end, end])) return undefined;
  return { span: [end, end], text: script.origin === 'exec-form' ? `, ${JSON.stringify(added)}` : ` ${added}` };
}

/** Writes a word without special characters in the place of one that stands there in one piece. */
export function replaceWord(
  { text }: Dockerfile,
  { script }: ShellCommand,
  { span, text: written }: ShellWord,
  replacement: string,
): Edit | undefined {
  if (!isEditable(text, script, span)) return undefined;
  if (script.origin === 'exec-form') return { span, text: JSON.stringify(replacement) };
  return text.slice(...span) === written ? { span, text: replacement } : undefined;
}

/** A script that another shell is given can be edited where quotes hold all of it, or a heredoc. */
function isEditable(text: string, { origin, carrier }: ShellCommand['script'], span: Span): boolean {
  if (origin !== 'argument' || carrier === undefined) return true;
  const word = carrier.words.find(candidate => contains(candidate.span, span));
  if (word === undefined) return carrier.redirects.some(({ body }) => body !== undefined);
  const [start, end] = word.span;
  const quote = text[start];
  const isQuoted = (quote === '"' || quote === "'") && text.indexOf(quote, start + 1) === end - 1;
  return isQuoted && isEditable(text, carrier.script, word.span);
}
