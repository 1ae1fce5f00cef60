import { indexOf } from './commands.ts';
import type { Script, ShellCommand } from './model.ts';
import { isPosixLike } from './which-shell.ts';
import { memoMap } from '../text/memo-map.ts';

/** Options by which a script stops at failures. */
export type ShellOption = 'errexit' | 'pipefail' | 'nounset' | 'xtrace';

const LETTERS: Readonly<Record<string, ShellOption>> = { e: 'errexit', u: 'nounset', x: 'xtrace' };

/**
 * True where the shell is started with the option, or where a `set` of the script's own list puts it on: before the command
 * and not off again, or anywhere where no command is given.
 */
export function hasOption(script: Script, option: ShellOption, before?: ShellCommand): boolean {
  if (!isPosixLike(script.shell)) return false;
  let isOn = switched(script.shellFlags, option) ?? false;
  const limit = before === undefined ? Infinity : indexOf(before);
  for (const command of setCommands(script)) {
    if (indexOf(command) >= limit) break;
    const words = command.words.slice(1).map(({ unquoted }) => unquoted);
    const set = switched(words, option);
    if (before === undefined) isOn ||= set === true;
    else isOn = set ?? isOn;
  }
  return isOn;
}

const memo = memoMap<Script, readonly ShellCommand[]>();

/** The `set`s that hold for the rest of the script. */
function setCommands(script: Script): readonly ShellCommand[] {
  let found = memo.get(script);
  if (found === undefined) {
    found = script.commands.filter(
      ({ name, within }) => name === 'set' && within.every(enclosure => enclosure === 'group'),
    );
    memo.set(script, found);
  }
  return found;
}

/** True where a failure of the command ends the script: `set -e` is on and no test, `&&`, `||` or pipe takes it. */
export function stopsOnFailure(command: ShellCommand): boolean {
  const swallowed = command.within.includes('condition') || command.within.includes('negation');
  return !swallowed && hasOption(command.script, 'errexit', command);
}

/** What a shell's or `set`'s words do to an option; undefined where they leave it alone. */
function switched(words: readonly string[], option: ShellOption): boolean | undefined {
  let found: boolean | undefined;
  for (const [index, word] of words.entries()) {
    if (word === '--') break;
    const [sign] = word;
    if ((sign !== '-' && sign !== '+') || word.startsWith('--')) continue;
    const letters = word.slice(1);
    const isNamed = letters.endsWith('o') && words[index + 1] === option;
    if (isNamed || Array.from(letters).some(letter => LETTERS[letter] === option)) found = sign === '-';
  }
  return found;
}
