import { indexOf } from './commands.ts';
import type { Script, ShellCommand } from './model.ts';

/** Options by which a script stops at failures. */
export type ShellOption = 'errexit' | 'pipefail' | 'nounset' | 'xtrace';

const LETTERS: Readonly<Record<string, ShellOption>> = { e: 'errexit', u: 'nounset', x: 'xtrace' };

/** True where the shell is started with the option, or a `set` of the script's own list puts it on before the command (anywhere, without one). */
export function hasOption(script: Script, option: ShellOption, before?: ShellCommand): boolean {
  let isOn = switched(script.shellFlags, option) ?? false;
  const limit = before === undefined ? Infinity : indexOf(before);
  for (const command of script.commands) {
    if (command.name !== 'set' || indexOf(command) >= limit) continue;
    if (command.within.some(enclosure => enclosure !== 'group')) continue;
    const set = switched(
      command.words.slice(1).map(({ unquoted }) => unquoted),
      option,
    );
    if (before === undefined) isOn ||= set === true;
    else isOn = set ?? isOn;
  }
  return isOn;
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
    const [sign] = word;
    if ((sign !== '-' && sign !== '+') || word.startsWith('--')) continue;
    const letters = word.slice(1);
    const isNamed = letters.endsWith('o') && words[index + 1] === option;
    if (isNamed || Array.from(letters).some(letter => LETTERS[letter] === option)) found = sign === '-';
  }
  return found;
}
