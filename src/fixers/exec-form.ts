import type { Dockerfile, Instruction } from '../dockerfile/model.ts';
import { chainOf } from '../shell/commands.ts';
import type { Script, ShellCommand, ShellWord } from '../shell/model.ts';
import { scriptsOf } from '../shell/script.ts';
import type { Edit } from '../text/span.ts';

/** What only a shell can run, or what is another program than the shell's own (POSIX, bash, BusyBox). */
const SHELL_ONLY: ReadonlySet<string> = new Set(
  (
    '. : alias bg break builtin caller cd command compgen complete continue declare dirs disown enable eval exec exit ' +
    'export fc fg getopts hash help history jobs let local logout mapfile popd pushd read readarray readonly return ' +
    'set shift shopt source suspend test [ times trap type typeset ulimit umask unalias unset wait'
  ).split(' '),
);

const ENDING: ReadonlySet<string> = new Set(
  (
    '. : [ awk cat cd chmod chown cp cut date echo envsubst exit export false find getent grep hostname id ln local ls mkdir ' +
    'mv nproc printf pwd read rm sed set sleep source test touch tr true ulimit umask unset wait-for wait-for-it wait-for-it.sh'
  ).split(' '),
);
/** `manage.py migrate`, `alembic upgrade`, `rails db:prepare`. */
const MIGRATION = /^(?:migrate(?::[\w:]+)?|migrations?|upgrade|collectstatic|db:[\w:]+|config:cache|loaddata)$/;

const QUOTED = /'[^']*'|"(?:[^"\\]|\\.)*"|\\./gs;
const PATTERN = /[*?[\]{}~]/;

/** The words of a shell form that is one program and its arguments, where a shell does no more than split them; else undefined. */
export function plainWords(instruction: Instruction): readonly ShellWord[] | undefined {
  const [script] = scriptsOf(instruction);
  if (script?.origin !== 'shell-form' || script.errors.length > 0 || script.commands.length !== 1) return undefined;
  const [command] = script.commands;
  if (command === undefined || command.within.length > 0 || command.redirects.length > 0) return undefined;
  const words = allWords(command);
  const isPlain = words.every(({ text, value }) => value !== undefined && !PATTERN.test(text.replace(QUOTED, '')));
  const hasAssignment = [command, ...command.wrappers].some(({ assignments }) => assignments.length > 0);
  if (!isPlain || hasAssignment || isShellOnly(words[0]) || !isWhole(script, words)) return undefined;
  return words;
}

/** Writes a shell form as the exec form, each word in its place; undefined where it needs a shell. */
export function execForm({ text }: Dockerfile, instruction: Instruction): readonly Edit[] | undefined {
  const words = plainWords(instruction);
  if (words === undefined || words.some(({ span }) => text.slice(...span).includes('\n'))) return undefined;
  return words.map(({ span, value }, index) => {
    const [opening, closing] = [index === 0 ? '[' : '', index === words.length - 1 ? ']' : ','];
    return { span, text: `${opening}${JSON.stringify(value)}${closing}` };
  });
}

/** Puts `exec` before the command that a shell form ends in; undefined where the shell still has something to do. */
export function execLast(
  instruction: Instruction,
): { readonly edit: Edit; readonly isAfterDaemons: boolean } | undefined {
  const last = lastCommand(instruction);
  const [first] = last === undefined ? [] : allWords(last);
  if (last === undefined || first === undefined || isShellOnly(first)) return undefined;
  if (last.assignments.length > 0 || last.script.commands.some(({ name }) => name === 'trap')) return undefined;
  const others = last.script.commands.filter(command => command !== last && !command.within.includes('substitution'));
  return { edit: { span: [first.span[0], first.span[0]], text: 'exec ' }, isAfterDaemons: !others.every(endsSoon) };
}

/** True for a command that leaves no process behind; of others it is not known. */
function endsSoon({ name, words }: ShellCommand): boolean {
  return words.length === 0 || ENDING.has(name ?? '') || words.some(({ unquoted }) => MIGRATION.test(unquoted));
}

/** True where the shell gives way to the command that a shell form ends in. */
export function endsInExec(instruction: Instruction): boolean {
  return lastCommand(instruction)?.wrappers[0]?.name === 'exec';
}

/** The simple command that is a shell form's last statement, with nothing left running beside it. */
function lastCommand(instruction: Instruction): ShellCommand | undefined {
  const [script] = scriptsOf(instruction);
  if (script?.origin !== 'shell-form' || script.errors.length > 0) return undefined;
  const items = chainOf(script);
  const last = items.at(-1);
  if (last === undefined || last.isCompound || last.after === '&' || items.some(({ before }) => before === '&'))
    return undefined;
  const [command, ...others] = last.commands.filter(({ within }) => within.length === 0);
  return others.length > 0 ? undefined : command;
}

/** Those of its wrappers first: `tini`, `--`, `node`, `server.js`. */
function allWords({ wrappers, words }: ShellCommand): readonly ShellWord[] {
  return [...wrappers.flatMap(wrapper => wrapper.words), ...words];
}

function isShellOnly(program: ShellWord | undefined): boolean {
  return program?.value === undefined || program.value === '' || SHELL_ONLY.has(program.value);
}

/** True where the words are all there is, without a comment or a `;` behind them. */
function isWhole({ source }: Script, words: readonly ShellWord[]): boolean {
  let rest = source.text;
  for (const { text } of words) {
    const at = rest.search(/\S/);
    if (at === -1 || !rest.startsWith(text, at)) return false;
    rest = rest.slice(at + text.length);
  }
  return rest.trim() === '';
}
