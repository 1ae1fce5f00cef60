import type { DoubleQuotedChild, WordPart } from 'unbash';
import { joinedText } from '../text/joined-text.ts';
import { mappedText, type MappedText } from '../text/mapped-text.ts';
import { makeScript } from './make-script.ts';
import type { Script, ShellCommand, ShellName, ShellWord } from './model.ts';
import { IN_DOUBLE_QUOTES, unescaped } from './unescaped.ts';
import { isPosixLike, shellNamed } from './which-shell.ts';
import { memoMap } from '../text/memo-map.ts';

const MAX_DEPTH = 8;
/** Flags of shells, `su` and `runuser` that take the next word as their value. */
const SHELL_VALUE_FLAGS = ['-o', '+o', '-O', '+O', '--rcfile', '--init-file'];
const SU_VALUE_FLAGS = ['-s', '--shell', '-g', '--group', '-G', '--supp-group', '-w', '--whitelist-environment'];

const memo = memoMap<ShellCommand, readonly Script[]>();

/** The scripts that a command hands to another shell: `sh -c '…'`, `su -c '…'`, `eval '…'`, `bash <<EOF`. */
export function nestedScripts(command: ShellCommand): readonly Script[] {
  if (!handsOver(command.name)) return [];
  let found = memo.get(command);
  if (found === undefined) {
    found = depthOf(command) < MAX_DEPTH ? [...handedOver(command)] : [];
    memo.set(command, found);
  }
  return found;
}

function handsOver(name: string | undefined): boolean {
  return name !== undefined && (shellNamed(name) !== undefined || ['su', 'runuser', 'eval'].includes(name));
}

function depthOf(command: ShellCommand): number {
  let depth = 0;
  for (let { carrier } = command.script; carrier !== undefined; { carrier } = carrier.script) depth++;
  return depth;
}

function* handedOver(command: ShellCommand): Iterable<Script> {
  const shell = command.name === undefined ? undefined : shellNamed(command.name);
  if (shell !== undefined && isPosixLike(shell)) yield* fromShell(command, shell);
  else if (command.name === 'su' || command.name === 'runuser') yield* fromSwitchUser(command);
  else if (command.name === 'eval' && command.words.length === 2)
    yield* nested(command, command.words[1], command.script.shell, []);
}

function* fromShell(command: ShellCommand, shell: ShellName): Iterable<Script> {
  const flags: string[] = [];
  let takesScript = false;
  for (let index = 1; index < command.words.length; index++) {
    const word = command.words[index];
    const text = word?.unquoted ?? '';
    if (/^[-+]./.test(text) && text !== '--') {
      flags.push(text);
      takesScript ||= /^-[abd-z]*c[a-z]*$/.test(text);
      const takesValue = SHELL_VALUE_FLAGS.includes(text) || /^-[a-z]+o$/.test(text);
      if (takesValue) flags.push(command.words[++index]?.unquoted ?? '');
    } else if (text !== '--') {
      if (takesScript) yield* nested(command, word, shell, flags);
      return;
    }
  }
  const input = command.redirects.findLast(({ body }) => body !== undefined)?.body;
  if (input !== undefined) yield script(command, input, shell, flags);
}

function* fromSwitchUser(command: ShellCommand): Iterable<Script> {
  let shell: ShellName = 'sh';
  let handed: ShellWord | undefined;
  for (let index = 1; index < command.words.length; index++) {
    const text = command.words[index]?.unquoted ?? '';
    if (text === '-c' || text === '--command' || /^-[lmp]+c$/.test(text)) handed = command.words[++index];
    else if (SU_VALUE_FLAGS.includes(text)) {
      const value = command.words[++index]?.value;
      if (text === '-s' || text === '--shell') shell = shellNamed(value ?? '') ?? 'other';
    }
  }
  yield* nested(command, handed, shell, []);
}

function* nested(
  command: ShellCommand,
  word: ShellWord | undefined,
  shell: ShellName,
  flags: readonly string[],
): Iterable<Script> {
  const source = word && contentOf(word);
  if (source !== undefined) yield script(command, source, shell, flags);
}

function script(carrier: ShellCommand, source: MappedText, shell: ShellName, shellFlags: readonly string[]): Script {
  const { instruction } = carrier.script;
  return makeScript({ source, shell, shellFlags, origin: 'argument', instruction, carrier });
}

/** A word without its quotes, as text with its places; undefined where expansions make up all of it. */
function contentOf(word: ShellWord): MappedText | undefined {
  if (word.parts.length === 0) return mappedText([{ text: word.text, source: word.span[0] }]);
  if (!word.parts.some(isText)) return undefined;
  return joinedText(word.parts.flatMap(part => contentOfPart(part, word.map)));
}

function isText(part: WordPart): boolean {
  return (
    part.type === 'SingleQuoted' || part.type === 'Literal' || (part.type === 'DoubleQuoted' && part.parts.some(isText))
  );
}

function contentOfPart(part: WordPart, map: MappedText): readonly MappedText[] {
  if (part.type === 'SingleQuoted') return [map.slice(part.pos + 1, part.end - 1)];
  if (part.type === 'DoubleQuoted') return part.parts.map(child => quotedContent(child, map));
  const raw = map.slice(part.pos, part.end);
  return [part.type === 'Literal' ? unescaped(raw, undefined) : raw];
}

function quotedContent(part: DoubleQuotedChild, map: MappedText): MappedText {
  const raw = map.slice(part.pos, part.end);
  return part.type === 'Literal' ? unescaped(raw, IN_DOUBLE_QUOTES) : raw;
}
