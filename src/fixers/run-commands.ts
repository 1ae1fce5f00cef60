import type { Dockerfile, RunInstruction } from '../dockerfile/model.ts';
import { chainOf, itemOf } from '../shell/commands.ts';
import { statementsOf } from '../shell/make-script.ts';
import type { Joint, ListItem, Script, ShellCommand } from '../shell/model.ts';
import { scriptsOf } from '../shell/script.ts';
import { hasOption } from '../shell/shell-options.ts';
import { isPosixLike } from '../shell/which-shell.ts';
import type { Edit, Span } from '../text/span.ts';
import { lineEnd } from './instructions.ts';

/**
 * Adds a command behind the last one of a RUN, joined by `&&`, in the form that the RUN has: on a line of its own where the last one is.
 * Undefined where a shell would not run it, or not last: exec form, other shells, `exit`, `exec`, a command in the background.
 */
export function appendCommand(dockerfile: Dockerfile, run: RunInstruction, command: string): Edit | undefined {
  const [script] = scriptsOf(run);
  if (script === undefined || !takesCommands(script) || !isPosixLike(script.shell)) return undefined;
  const items = statementsOf(script);
  const last = items.at(-1);
  if (last === undefined || last.after === '&' || items.some(leaves)) return undefined;

  const at = last.span[1];
  return { span: [at, at], text: joint(dockerfile, script, items) + command };
}

/** Adds a command right behind another, joined by `&&`, where what follows that one still does. */
export function insertCommand(dockerfile: Dockerfile, after: ShellCommand, command: string): Edit | undefined {
  const item = itemOf(after);
  if (item === undefined || item.isCompound || item.after === '&' || item.after === '||') return undefined;
  if (!takesCommands(after.script) || after.within.includes('condition')) return undefined;
  const items = chainOf(after);
  const at = item.span[1];
  const text = joint(dockerfile, after.script, items.slice(0, items.indexOf(item) + 1)) + command;
  return { span: [at, at], text };
}

/**
 * Takes a command out of its list, with what joins it to the next one, or the `&&` that joins it to the one before it where it is the last.
 * Undefined where it is alone, in a pipeline, where another hangs on its success, and where comments stand between.
 */
export function dropCommand({ text }: Dockerfile, command: ShellCommand): Edit | undefined {
  const { place, script } = command;
  const { items, item, pipeline } = place ?? {};
  if (items === undefined || item === undefined || pipeline !== undefined || item.commands.length !== 1)
    return undefined;
  if (!takesCommands(script)) return undefined;
  const at = items.indexOf(item);
  const [previous, next] = [items[at - 1], items[at + 1]];
  const span = droppedSpan(previous, item, next);
  return span === undefined || /^[ \t]*#/m.test(text.slice(...span)) ? undefined : { span, text: '' };
}

function droppedSpan(previous: ListItem | undefined, item: ListItem, next: ListItem | undefined): Span | undefined {
  if (next !== undefined) {
    const isFirst = item.before !== '||' && item.before !== '&&';
    const isJoined = item.after === '&&' ? item.before !== '||' : isFirst && isEnd(item.after);
    return isJoined ? [item.span[0], next.span[0]] : undefined;
  }
  return previous !== undefined && item.before === '&&' ? [previous.span[1], item.span[1]] : undefined;
}

function isEnd(separator: Joint | undefined): boolean {
  return separator === ';' || separator === 'newline';
}

/**
 * True for a script whose commands stand in the file as the shell reads them, and whose ends are known. BuildKit leaves the CR of a
 * heredoc's line ends in its text, where a shell takes it for a part of the last word.
 */
export function takesCommands({ origin, errors, source }: Script): boolean {
  return (origin === 'shell-form' || origin === 'heredoc') && errors.length === 0 && !source.text.includes('\r');
}

/** True for what ends the script, or hands it over, before its end. */
function leaves({ commands, isCompound, before }: ListItem): boolean {
  return commands.some(({ name, words, wrappers, within }) => {
    const isFailure = before === '||' && /^[1-9]/.test(words[1]?.value ?? '');
    const exits = name === 'exit' && !isFailure && (!isCompound || within.includes('function'));
    return exits || wrappers.some(wrapper => wrapper.name === 'exec');
  });
}

/** What stands between the last command and the new one. */
function joint(dockerfile: Dockerfile, script: Script, items: readonly ListItem[]): string {
  const { text, lines, escape } = dockerfile;
  const [previous, last] = [items.at(-2), items.at(-1)];
  if (last === undefined) return ' && ';
  if (script.isHeredoc) return nextLine(dockerfile, script, last) ?? ' && ';
  const lineOf = (offset: number): number => lines.position(offset).line;
  const first = lineOf(last.span[0]);
  const isOnOwnLine = previous !== undefined && lineOf(previous.span[1]) < first;
  const end = lineOf(last.span[1]);
  if (!isOnOwnLine && first === end) return ' && ';

  const lead = isOnOwnLine ? text.slice(lines.start(first), last.span[0]) : '';
  const model = isOnOwnLine ? lead : text.slice(lines.start(end), last.span[1]);
  const [indent = ''] = /^[ \t]*/.exec(model) ?? [];
  const [, gap = ' '] = /&&([ \t]*)$/.exec(lead) ?? [];
  return isOnOwnLine && !lead.includes('&&')
    ? ` && ${escape}${lineEnd(dockerfile)}${indent}`
    : ` ${escape}${lineEnd(dockerfile)}${indent}&&${gap}`;
}

/** A line of its own in a heredoc, where the script stops at the last command if that fails. */
function nextLine(dockerfile: Dockerfile, script: Script, last: ListItem): string | undefined {
  const { text, lines } = dockerfile;
  const [start, end] = last.span;
  const { line } = lines.position(start);
  const isNegated = last.commands.some(({ within }) => within.includes('negation'));
  const isSimple = !last.isCompound && !isNegated && last.before !== '&&' && last.before !== '||';
  const rest = text.slice(end, lines.end(lines.position(end).line));
  if (!isSimple || rest.trim() !== '' || !hasOption(script, 'errexit', last.commands[0])) return undefined;
  const [blanks = ''] = /^[ \t]*/.exec(text.slice(lines.start(line), start)) ?? [];
  return `${lineEnd(dockerfile)}${blanks}`;
}
