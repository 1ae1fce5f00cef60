import type { Argument, Command, Option } from 'commander';
import { rules } from '../../rules/index.ts';
import type { ExitCode } from '../program.ts';

export type Shell = 'bash' | 'zsh' | 'fish';

/** What may stand in a place: one of some words, a file, a rule, a list of rules with commas, or what nobody can guess. */
type Offer = readonly string[] | 'files' | 'rule' | 'rules' | 'nothing';

interface Flag {
  readonly name: string;
  readonly about: string;
  /** Undefined for a flag that takes no value. */
  readonly takes: Offer | undefined;
}

interface Words {
  readonly command: string;
  readonly about: string;
  readonly flags: readonly Flag[];
  /** What follows that is no option. */
  readonly takes: Offer;
}

const OFFERS: Readonly<Record<string, Offer>> = {
  file: 'files',
  folder: 'files',
  paths: 'files',
  dockerfiles: 'files',
  reports: 'files',
  rule: 'rule',
  rules: 'rules',
};

/** `plimsoll completion SHELL`: prints a script that completes commands, options and their values, computed from them. */
export function completion(shell: Shell, program: Command): ExitCode {
  const words = program.commands.map((command): Words => ({
    command: command.name(),
    about: quoted(command.description()),
    flags: command.options.map(flagOf),
    takes: offerOf(command.registeredArguments[0]),
  }));
  const scripts = { bash: bashScript, zsh: zshScript, fish: fishScript };
  process.stdout.write(scripts[shell](words));
  return 0;
}

function flagOf(option: Option): Flag {
  const { long, flags, description, argChoices } = option;
  const value = /[<[](\w+)/.exec(flags)?.[1];
  const takes = value === undefined ? undefined : (argChoices ?? OFFERS[value] ?? 'nothing');
  return { name: long ?? '', about: quoted(description), takes };
}

function offerOf(argument: Argument | undefined): Offer {
  return argument?.argChoices ?? OFFERS[argument?.name() ?? ''] ?? 'nothing';
}

/** Text between single quotes of any of the shells. */
function quoted(text: string): string {
  return text.replaceAll("'", '’');
}

function idsOfRules(): string {
  return rules.map(({ id }) => id).join(' ');
}

function namesOf(words: readonly Words[]): string {
  return words.map(({ command }) => command).join(' ');
}

function bashScript(words: readonly Words[]): string {
  const values = words.flatMap(({ command, flags }) =>
    flags.flatMap(({ name, takes }) =>
      takes === undefined ? [] : [`    '${command} ${name}') ${bashOffer(takes)}; return ;;`],
    ),
  );
  const rest = words.map(
    ({ command, flags, takes }) =>
      `    ${command}) flags='${flags.map(({ name }) => name).join(' ')}'; _plimsoll_rest() { ${bashOffer(takes)}; } ;;`,
  );
  return `# bash completion for plimsoll: source <(plimsoll completion bash)
_plimsoll_words() { while IFS='' read -r one; do COMPREPLY+=("$one"); done < <(compgen -P "$2" -W "$1" -- "\${word#"$2"}"); }
_plimsoll_files() { compopt -o filenames 2> /dev/null; while IFS='' read -r one; do COMPREPLY+=("$one"); done < <(compgen -f -- "$word"); }
_plimsoll_rules='${idsOfRules()}'
_plimsoll() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" command=lint named='' flags='' one
  COMPREPLY=()
  for one in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case " ${namesOf(words)} " in *" $one "*) command="$one"; named=1; break ;; esac
  done
  if [[ "$word" == '=' ]]; then word=''; elif [[ "$before" == '=' ]]; then before="\${COMP_WORDS[COMP_CWORD-2]}"; fi
  case "$command $before" in
${values.join('\n')}
  esac
  case "$command" in
${rest.join('\n')}
  esac
  if [[ "$word" == -* ]]; then
    _plimsoll_words "$flags"
    return
  fi
  if [[ -z "$named" && COMP_CWORD -eq 1 ]]; then _plimsoll_words '${namesOf(words)}'; fi
  _plimsoll_rest
}
complete -F _plimsoll plimsoll
`;
}

function bashOffer(offer: Offer): string {
  if (offer === 'files') return '_plimsoll_files';
  if (offer === 'nothing') return ':';
  if (offer === 'rule') return '_plimsoll_words "$_plimsoll_rules"';
  if (offer === 'rules') return '_plimsoll_words "$_plimsoll_rules" "${word%"${word##*,}"}"';
  return `_plimsoll_words '${offer.join(' ')}'`;
}

function zshScript(words: readonly Words[]): string {
  const commands = words.map(({ command, about }) => `    '${command}:${about}'`);
  const cases = words.map(
    ({ command, flags, takes }) =>
      `    ${command}) arguments=(${[...flags.map(zshFlag), `'*:argument:${zshOffer(takes)}'`].join(' ')}) ;;`,
  );
  return `#compdef plimsoll
# zsh completion for plimsoll: source <(plimsoll completion zsh)
_plimsoll_rules=(${idsOfRules()})
_plimsoll() {
  local -a commands arguments
  local command=lint named='' one
  commands=(
${commands.join('\n')}
  )
  for one in "\${(@)words[2,CURRENT-1]}"; do
    case " ${namesOf(words)} " in *" $one "*) command="$one"; named=1; break ;; esac
  done
  case "$command" in
${cases.join('\n')}
  esac
  if [[ -z "$named" && CURRENT -eq 2 && "$PREFIX" != -* ]]; then
    _describe command commands
  fi
  _arguments "$arguments[@]"
}
compdef _plimsoll plimsoll
`;
}

function zshFlag({ name, about, takes }: Flag): string {
  const value = takes === undefined ? '' : `:value:${zshOffer(takes)}`;
  return `'*${name}[${about.replace(/[[\]:]/g, '\\$&')}]${value}'`;
}

function zshOffer(offer: Offer): string {
  if (offer === 'files') return '_files';
  if (offer === 'nothing') return ' ';
  if (offer === 'rule') return '($_plimsoll_rules)';
  if (offer === 'rules') return '_values -s , rule $_plimsoll_rules';
  return `(${offer.join(' ')})`;
}

function fishScript(words: readonly Words[]): string {
  const lines = words.flatMap(({ command, about, flags, takes }) => {
    // Without a command it is `lint`.
    const others = words.filter(one => one.command !== command);
    const when =
      command === 'lint'
        ? `not __fish_seen_subcommand_from ${namesOf(others)}`
        : `__fish_seen_subcommand_from ${command}`;
    const line = (rest: string): string => `complete -c plimsoll -n '${when}' ${rest}`;
    return [
      `complete -c plimsoll -n __fish_use_subcommand -a ${command} -d '${about}'`,
      ...flags.map(({ name, about: does, takes: value }) =>
        line(`-l ${name.replace(/^--/, '')}${value === undefined ? '' : fishOffer(value)} -d '${does}'`),
      ),
      ...(takes === 'files' ? [] : [line(fishOffer(takes).replace('-x', '-f').trim())]),
    ];
  });
  return `# fish completion for plimsoll: plimsoll completion fish | source
function __plimsoll_rules
    string split ' ' '${idsOfRules()}'
end
${lines.join('\n')}
`;
}

function fishOffer(offer: Offer): string {
  if (offer === 'files') return ' -r -F';
  if (offer === 'nothing') return ' -x';
  if (offer === 'rule') return ' -x -a "(__plimsoll_rules)"';
  if (offer === 'rules') return ' -x -a "(__fish_complete_list , __plimsoll_rules)"';
  return ` -x -a '${offer.join(' ')}'`;
}
