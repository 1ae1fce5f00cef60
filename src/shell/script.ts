import type { Heredoc, Instruction, RunInstruction, Word } from '../dockerfile/model.ts';
import { joinedText } from '../text/joined-text.ts';
import { mappedText, type MappedText, type Piece } from '../text/mapped-text.ts';
import { makeScript } from './make-script.ts';
import type { Script, ShellCommand } from './model.ts';
import { nestedScripts } from './nested.ts';
import { shellAt, shellNamed } from './which-shell.ts';
import { memoMap } from '../text/memo-map.ts';

const memo = memoMap<Instruction, readonly Script[]>();

/**
 * The scripts that an instruction runs: its shell form, its heredoc, or its JSON array as one command; then those that
 * their commands hand to other shells (`bash -c '…'`). None for instructions that run nothing. Never throws.
 */
export function scriptsOf(instruction: Instruction): readonly Script[] {
  let found = memo.get(instruction);
  if (found === undefined) {
    if (instruction.keyword === 'ONBUILD') return instruction.inner === undefined ? [] : scriptsOf(instruction.inner);
    const own = ownScript(instruction);
    found = own === undefined ? [] : withNested(own);
    memo.set(instruction, found);
  }
  return found;
}

/** The commands of a script, each followed by those of the scripts that it hands to another shell. */
export function commandsWithin(script: Script): readonly ShellCommand[] {
  return script.commands.flatMap(command => [command, ...nestedScripts(command).flatMap(commandsWithin)]);
}

function withNested(script: Script): readonly Script[] {
  return [script, ...script.commands.flatMap(command => nestedScripts(command).flatMap(withNested))];
}

function ownScript(instruction: Instruction): Script | undefined {
  const { keyword } = instruction;
  if (keyword !== 'RUN' && keyword !== 'CMD' && keyword !== 'ENTRYPOINT' && keyword !== 'HEALTHCHECK') return undefined;
  if (instruction.json) return execForm(instruction);
  if (instruction.script === undefined) return undefined;
  return instruction.keyword === 'RUN' && instruction.heredocs.length > 0
    ? withHeredocs(instruction, instruction.script)
    : inShell(instruction, instruction.script, 'shell-form');
}

function inShell(instruction: Instruction, source: MappedText, origin: 'shell-form' | 'heredoc'): Script {
  const { name: shell, flags: shellFlags } = shellAt(instruction);
  return makeScript({ source, shell, shellFlags, origin, instruction });
}

/** As BuildKit's `dispatchRun` puts them together: a lone heredoc is the script itself, others stay the shell's matter. */
function withHeredocs(instruction: RunInstruction, line: MappedText): Script {
  const [heredoc] = instruction.heredocs;
  if (heredoc === undefined || !isAlone(heredoc, line))
    return inShell(instruction, reassembled(instruction, line), 'shell-form');
  const source = heredoc.chomp ? withoutTabs(heredoc) : heredoc.body;
  const program = shebang(source.text);
  if (program === undefined) return inShell(instruction, source, 'heredoc');
  return makeScript({
    source,
    shell: shellNamed(program.name) ?? 'other',
    shellFlags: program.flags,
    origin: 'heredoc',
    instruction,
  });
}

function isAlone(heredoc: Heredoc, line: MappedText): boolean {
  const start = line.text.length - line.text.trimStart().length;
  const [from, to] = line.sourceSpan([start, line.text.trimEnd().length]);
  return heredoc.span[0] <= from && to <= heredoc.span[1];
}

function withoutTabs({ body }: Heredoc): MappedText {
  const lines = Array.from(body.text.matchAll(/^(\t*)([^\n]*\n?)/gm), ({ index, 1: tabs = '', 2: rest = '' }) => {
    const start = index + tabs.length;
    return body.slice(start, start + rest.length);
  });
  return joinedText(lines);
}

function shebang(text: string): { readonly name: string; readonly flags: readonly string[] } | undefined {
  if (!text.startsWith('#!')) return undefined;
  const words = text
    .slice(2, (text + '\n').indexOf('\n'))
    .trim()
    .split(/\s+/);
  const isEnv = words[0]?.endsWith('/env') === true;
  const at = isEnv ? words.findIndex((word, index) => index > 0 && !/^-|=/.test(word)) : 0;
  return { name: words[at] ?? '', flags: words.slice(at + 1) };
}

function reassembled({ heredocs }: RunInstruction, line: MappedText): MappedText {
  const bodies = heredocs.flatMap(({ name, body, bodySpan: [start, end] }) => [
    mappedText([{ text: '\n', source: start - 1 }]),
    body,
    mappedText([{ text: name, source: end }]),
  ]);
  return joinedText([line, ...bodies]);
}

/** The JSON array as one command: each string in single quotes, which stand for the string's own. */
function execForm(instruction: Instruction): Script | undefined {
  const { args } = instruction;
  if (args.length === 0) return undefined;
  const source = joinedText(args.flatMap((word, index) => quoted(word, index > 0)));
  return makeScript({ source, shell: 'sh', shellFlags: [], origin: 'exec-form', instruction });
}

function quoted(word: Word, isLater: boolean): readonly MappedText[] {
  const [start, end] = word.span;
  const content = word.map ?? mappedText([{ text: word.text, source: start + 1 }], start + 1);
  const opening: Piece[] = isLater ? [{ text: ' ', source: start - 1 }] : [];
  return [
    mappedText([...opening, { text: "'", source: start }]),
    ...withoutQuotes(content),
    mappedText([{ text: "'", source: end - 1 }]),
  ];
}

/** A single quote inside single quotes is `'\''`. */
function withoutQuotes(content: MappedText): readonly MappedText[] {
  const parts: MappedText[] = [];
  let from = 0;
  for (let at = content.text.indexOf("'"); at !== -1; at = content.text.indexOf("'", from)) {
    const source = content.sourceOffset(at);
    parts.push(content.slice(from, at));
    for (const character of "'\\''") parts.push(mappedText([{ text: character, source }]));
    from = at + 1;
  }
  parts.push(content.slice(from));
  return parts;
}
