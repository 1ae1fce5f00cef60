import { parseArguments } from './flags.ts';
import type { ShellCommand, ShellWord } from './model.ts';

/** Flags of git itself that take the next word. */
const GLOBAL_FLAGS = ['-C', '-c', '--git-dir', '--work-tree', '--namespace', '--exec-path', '--config-env'];
const CLONE_FLAGS =
  `-b --branch --revision --depth -c --config -o --origin -u --upload-pack --reference --reference-if-able
  --separate-git-dir -j --jobs --filter --template --server-option --shallow-since --shallow-exclude --bundle-uri`.split(
    /\s+/,
  );

function subcommandAt({ name, words }: ShellCommand): number {
  if (name !== 'git') return -1;
  for (let at = 1; at < words.length; at++) {
    const text = words[at]?.unquoted ?? '';
    if (!text.startsWith('-')) return at;
    if (GLOBAL_FLAGS.includes(text)) at++;
  }
  return -1;
}

/** `clone` of `git -C /src clone …`. */
export function gitSubcommand(command: ShellCommand): string | undefined {
  return command.words[subcommandAt(command)]?.value;
}

/** What `git clone` is told; the branch, tag or revision as written, undefined where none is. */
export function gitClone(
  command: ShellCommand,
): { readonly repository: ShellWord; readonly branch: string | undefined } | undefined {
  if (gitSubcommand(command) !== 'clone') return undefined;
  const rest = command.words.slice(subcommandAt(command) + 1);
  const { flags, operands } = parseArguments(rest, { valueFlags: CLONE_FLAGS });
  const [repository] = operands;
  const named = flags.find(({ name }) => name === '-b' || name === '--branch' || name === '--revision');
  return repository && { repository, branch: named?.value };
}
