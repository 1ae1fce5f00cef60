import type { Instruction } from '../dockerfile/model.ts';
import { expansionsOf, type ShellExpansion } from './expansions.ts';
import type { Script, ShellCommand, ShellWord } from './model.ts';
import { scriptsOf } from './script.ts';
import { partWording, type Wording } from './wording.ts';

/** An expansion that the shell splits at blanks and in which it expands globs. */
export interface Unquoted {
  readonly expansion: ShellExpansion;
  readonly wording: Wording;
  readonly word: ShellWord;
  readonly command: ShellCommand;
  /** True where text of its own stands beside it in the word. */
  readonly isAttached: boolean;
  /** True where it must be one word: it is attached, or the command takes no more there. */
  readonly meansOne: boolean;
}

/** Built-ins whose arguments of the form `name=value` are not split in bash and ksh. */
const DECLARING = ['export', 'declare', 'typeset', 'local', 'readonly'];
/** Commands for which more words than one are no answer. */
const TAKES_ONE = ['[', 'test', 'cd'];

/** The scripts of a RUN, in an ONBUILD too, that stand in the file as they are, in a shell of sh's kin that the parser knows. */
export function plainScripts(instruction: Instruction): readonly Script[] {
  if (instruction.keyword === 'ONBUILD') return instruction.inner ? plainScripts(instruction.inner) : [];
  if (instruction.keyword !== 'RUN') return [];
  return scriptsOf(instruction).filter(
    ({ origin, shell, ast }) =>
      (origin === 'shell-form' || origin === 'heredoc') && shell !== 'zsh' && ast !== undefined,
  );
}

/** Every unquoted expansion in the words of a script's commands, but those that give one word for sure. */
export function unquotedIn(script: Script): readonly Unquoted[] {
  if (script.errors.length > 0) return [];
  return script.commands.flatMap(command => command.words.flatMap(word => unquotedWord(command, word)));
}

function unquotedWord(command: ShellCommand, word: ShellWord): readonly Unquoted[] {
  const { name = '', script } = command;
  if (word.parts.length === 0 || DECLARING.includes(name)) return [];
  const loose = expansionsOf(word).filter(
    ({ quoted, kind, operator }) =>
      !quoted && (kind === 'variable' || kind === 'command') && operator !== '+' && operator !== ':+',
  );
  const isAttached = hasTextOfItsOwn(word, loose);
  const meansOne = isAttached || TAKES_ONE.includes(name);
  return loose.flatMap(expansion => {
    const wording = partWording(script, expansion.node);
    return wording === 'one-word' ? [] : [{ expansion, wording, word, command, isAttached, meansOne }];
  });
}

function hasTextOfItsOwn({ parts }: ShellWord, expansions: readonly ShellExpansion[]): boolean {
  const open = new Set<unknown>(expansions.map(({ node }) => node));
  return parts.some(part => !open.has(part) && part.text !== '');
}
