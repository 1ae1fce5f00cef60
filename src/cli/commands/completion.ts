import type { Command, Option } from 'commander';
import type { ExitCode } from '../program.ts';

export type Shell = 'bash' | 'zsh' | 'fish';

/** What may be written after a command: its options, and what each takes. */
interface Words {
  /** Empty for what comes before any command. */
  readonly command: string;
  readonly about: string;
  readonly options: readonly Option[];
}

/** `plimsoll completion SHELL`: prints a script that completes commands, options and their values, computed from them. */
export function completion(shell: Shell, program: Command): ExitCode {
  const lint = program.commands.find(command => command.name() === 'lint');
  const all = program.commands
    .filter(command => command.name() !== 'completion')
    .map((command): Words => ({ command: command.name(), about: command.description(), options: command.options }));
  const words = [{ command: '', about: '', options: lint?.options ?? [] }, ...all];
  const scripts = { bash: bashScript, zsh: zshScript, fish: fishScript };
  process.stdout.write(scripts[shell](words));
  return 0;
}

function namesOf(words: readonly Words[]): string {
  return words.flatMap(({ command }) => (command === '' ? [] : [command])).join(' ');
}

function flagsOf({ options }: Words): string {
  return options.flatMap(({ long }) => long ?? []).join(' ');
}

function bashScript(words: readonly Words[]): string {
  const values = uniqueChoices(words).map(
    ([flag, choices]) =>
      `    ${flag}) mapfile -t COMPREPLY < <(compgen -W '${choices.join(' ')}' -- "$word"); return ;;`,
  );
  const flags = words.map(one => `    ${one.command === '' ? "''" : one.command}) flags='${flagsOf(one)}' ;;`);
  return `# bash completion for plimsoll: source <(plimsoll completion bash)
_plimsoll() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" command='' flags='' one
  for one in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case " ${namesOf(words)} " in *" $one "*) command="$one"; break ;; esac
  done
  case "$before" in
${values.join('\n')}
  esac
  case "$command" in
${flags.join('\n')}
  esac
  if [[ "$word" == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$flags" -- "$word")
  elif [[ -z "$command" && COMP_CWORD -eq 1 ]]; then
    mapfile -t COMPREPLY < <(compgen -W '${namesOf(words)}' -- "$word"; compgen -f -- "$word")
  else
    mapfile -t COMPREPLY < <(compgen -f -- "$word")
  fi
}
complete -o filenames -F _plimsoll plimsoll
`;
}

function zshScript(words: readonly Words[]): string {
  const commands = words
    .filter(({ command }) => command !== '')
    .map(({ command, about }) => `    '${command}:${quoted(about)}'`);
  const cases = words.map(
    one => `    ${one.command === '' ? "''" : one.command}) flags=(${one.options.map(zshOption).join(' ')}) ;;`,
  );
  return `#compdef plimsoll
# zsh completion for plimsoll: source <(plimsoll completion zsh)
_plimsoll() {
  local -a commands flags
  local command='' one
  commands=(
${commands.join('\n')}
  )
  for one in "\${words[@]:1:CURRENT-2}"; do
    case " ${namesOf(words)} " in *" $one "*) command="$one"; break ;; esac
  done
  case "$command" in
${cases.join('\n')}
  esac
  if [[ -z "$command" && CURRENT -eq 2 && "$PREFIX" != -* ]]; then
    _describe command commands
  fi
  _arguments "$flags[@]" '*:file:_files'
}
compdef _plimsoll plimsoll
`;
}

function zshOption({ long, description, argChoices, required }: Option): string {
  const value = argChoices === undefined ? (required ? ':value:_files' : '') : `:value:(${argChoices.join(' ')})`;
  return `'${long ?? ''}[${quoted(description).replace(/[[\]:]/g, '\\$&')}]${value}'`;
}

function fishScript(words: readonly Words[]): string {
  const lines = words.flatMap(({ command, about, options }) => {
    const when = command === '' ? '__fish_use_subcommand' : `__fish_seen_subcommand_from ${command}`;
    const head =
      command === '' ? [] : [`complete -c plimsoll -n __fish_use_subcommand -a ${command} -d '${quoted(about)}'`];
    return [...head, ...options.map(option => `complete -c plimsoll -n '${when}' ${fishOption(option)}`)];
  });
  return `# fish completion for plimsoll: plimsoll completion fish | source\n${lines.join('\n')}\n`;
}

function fishOption({ long, description, argChoices, required }: Option): string {
  const value = argChoices === undefined ? (required ? ' -r' : '') : ` -x -a '${argChoices.join(' ')}'`;
  return `-l ${(long ?? '').replace(/^--/, '')}${value} -d '${quoted(description)}'`;
}

/** An option of one name takes the same values wherever it is, or as few as all have. */
function uniqueChoices(words: readonly Words[]): [string, readonly string[]][] {
  const byFlag = new Map<string, readonly string[]>();
  for (const { long, argChoices } of words.flatMap(({ options }) => options)) {
    if (long && argChoices) byFlag.set(long, [...new Set([...(byFlag.get(long) ?? []), ...argChoices])]);
  }
  return [...byFlag];
}

/** Text between single quotes of any of the shells. */
function quoted(text: string): string {
  return text.replaceAll("'", '’');
}
