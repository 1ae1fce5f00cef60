import type { CommandFlag, ParsedArguments } from './flags.ts';
import type { Manager, Subcommand } from './managers/manager.ts';
import type { ShellWord } from './model.ts';

/** A subcommand as a command line has it. */
export interface FoundSubcommand {
  /** As the manager's table has it, else as written; `''` for the bare command. */
  readonly name: string;
  readonly subcommand: Subcommand;
  /** Its last word. */
  readonly word: ShellWord | undefined;
  /** The operands behind it. */
  readonly operands: readonly ShellWord[];
}

const LONGEST = 3;
const ASKS_ONLY = ['--help', '-h', '--version', '-V'];

/** What a command line tells a manager to do: one thing, or one for each goal. */
export function subcommandsIn(manager: Manager, { flags, operands: all }: ParsedArguments): readonly FoundSubcommand[] {
  const operands = all.filter((word, index) => index > 0 || manager.skipped?.test(word.unquoted) !== true);
  if (manager.manyGoals === true) return operands.flatMap(word => goal(manager, word));

  for (let count = Math.min(LONGEST, operands.length); count > 0; count--) {
    const name = operands
      .slice(0, count)
      .map(({ unquoted }) => unquoted)
      .join(' ');
    const subcommand = subcommandNamed(manager, name);
    if (subcommand !== undefined)
      return [{ name, subcommand, word: operands[count - 1], operands: operands.slice(count) }];
  }
  const byFlag = flagSubcommand(manager, flags);
  if (byFlag !== undefined) return [{ ...byFlag, operands }];
  const [word, ...rest] = operands;
  if (word !== undefined) return [{ name: word.unquoted, subcommand: unknown(manager, word), word, operands: rest }];
  const bare = subcommandNamed(manager, '');
  if (bare === undefined || flags.some(({ name }) => ASKS_ONLY.includes(name))) return [];
  return [{ name: '', subcommand: bare, word: undefined, operands: [] }];
}

function subcommandNamed({ subcommands }: Manager, name: string): Subcommand | undefined {
  return Object.hasOwn(subcommands, name) ? subcommands[name] : undefined;
}

function unknown({ unknownSubcommand }: Manager, word: ShellWord): Subcommand {
  return { action: word.value === undefined ? 'other' : (unknownSubcommand ?? 'other') };
}

const MAVEN_PLUGIN = /^(?:[\w.-]+:)?(?:maven-)?([\w-]+?)-(?:maven-)?plugin(?::[^:]+)?:([\w-]+)$/;

/** `clean`, `:app:build`, `org.apache.maven.plugins:maven-dependency-plugin:3.6:go-offline`, `deps.get,`. */
function goal(manager: Manager, word: ShellWord): readonly FoundSubcommand[] {
  const text = word.unquoted.replace(/,$/, '');
  if (text === 'do' || text === '' || text === '+') return [];
  const [, plugin, pluginGoal] = MAVEN_PLUGIN.exec(text) ?? [];
  const names = [text, `${plugin ?? ''}:${pluginGoal ?? ''}`, text.slice(text.lastIndexOf(':') + 1)];
  const name = names.find(candidate => subcommandNamed(manager, candidate) !== undefined) ?? text;
  return [{ name, subcommand: subcommandNamed(manager, name) ?? unknown(manager, word), word, operands: [] }];
}

/** Subcommands that are flags: `pacman -Syu`, where letters may be added, or `dotnet --info`. */
function flagSubcommand(
  manager: Manager,
  flags: readonly CommandFlag[],
): Omit<FoundSubcommand, 'operands'> | undefined {
  const names = Object.keys(manager.subcommands).filter(name => name.startsWith('-'));
  if (names.length === 0) return undefined;
  for (const { name: flagName, word } of flags) {
    const given = flagName.startsWith('--') ? flagName : word.unquoted;
    const fitting = names.filter(name => (given.startsWith('--') ? name === given : hasLetters(given, name)));
    const [name] = fitting.toSorted((a, b) => b.length - a.length);
    const subcommand = name === undefined ? undefined : subcommandNamed(manager, name);
    if (name !== undefined && subcommand !== undefined) return { name, subcommand, word };
  }
  return undefined;
}

function hasLetters(given: string, name: string): boolean {
  return !name.startsWith('--') && name[1] === given[1] && Array.from(name).every(letter => given.includes(letter));
}
