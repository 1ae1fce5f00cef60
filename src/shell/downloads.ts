import { pipelineOf } from './commands.ts';
import { parseArguments } from './flags.ts';
import type { ShellCommand, ShellWord } from './model.ts';

const FETCHERS = ['curl', 'wget', 'aria2c', 'fetch'];
/** The flags that name a file to write to, and those among them and beside them that take a value. */
const OUTPUTS: Readonly<
  Record<'curl' | 'wget', { readonly files: readonly string[]; readonly valueFlags: readonly string[] }>
> = {
  curl: { files: ['-o', '--output', '-O', '--remote-name', '--remote-name-all'], valueFlags: ['-o', '--output'] },
  wget: { files: ['-O', '--output-document'], valueFlags: ['-O', '--output-document', '-o'] },
};
const INTERPRETERS = /^(?:sh|bash|ash|dash|zsh|ksh|fish|python[\d.]*|perl|ruby|node|php|pwsh)$/;

/** The words of a command that fetches something which are URLs; expansions stand as written. */
export function urlsFetched({ name, words }: ShellCommand): readonly ShellWord[] {
  if (name === undefined || !FETCHERS.includes(name)) return [];
  return words.slice(1).filter(({ unquoted }) => /^[a-z][a-z\d+.-]*:\/\//i.test(unquoted));
}

/** True for a command that fetches something. */
export function isFetch({ name }: ShellCommand): boolean {
  return name !== undefined && FETCHERS.includes(name);
}

/** True for a command that fetches something and prints it, rather than write it to a file. */
export function printsFetched({ name, words }: ShellCommand): boolean {
  if (name !== 'curl' && name !== 'wget') return false;
  const { files, valueFlags } = OUTPUTS[name];
  const { flags } = parseArguments(words.slice(1), { valueFlags });
  const outputs = flags.filter(flag => files.includes(flag.name));
  return outputs.length === 0 ? name === 'curl' : outputs.some(({ value }) => value === '-' || value === '/dev/stdout');
}

/** The interpreter that runs what a command fetches, unseen: behind it in a pipe, or around its substitution. */
export function interpreterOf(fetch: ShellCommand, all: readonly ShellCommand[]): ShellCommand | undefined {
  const members = pipelineOf(fetch);
  const at = members.findIndex(member => member.includes(fetch));
  const piped = members.slice(at + 1).flatMap(([first]) => (first !== undefined && readsProgram(first) ? first : []));
  if (piped[0] !== undefined) return piped[0];
  if (!fetch.within.some(one => one === 'substitution' || one === 'process-substitution')) return undefined;
  return all.find(command => takesSubstitution(command) && command.words.slice(1).some(word => encloses(word, fetch)));
}

/** An interpreter with no script of its own reads its input: `bash`, `sh -s -- -y`, `python3 -`. */
function readsProgram({ name, words }: ShellCommand): boolean {
  if (name === undefined || !INTERPRETERS.test(name)) return false;
  const operands: string[] = [];
  for (const { unquoted } of words.slice(1)) {
    if (unquoted === '-s' || unquoted === '-' || unquoted === '/dev/stdin' || /^-[a-z]*s$/.test(unquoted)) return true;
    if (/^-(?:[a-z]*[ce]|m)$/.test(unquoted)) return false;
    if (!/^[-+]/.test(unquoted)) operands.push(unquoted);
  }
  return operands.length === 0;
}

function takesSubstitution(command: ShellCommand): boolean {
  const { name } = command;
  return name !== undefined && (INTERPRETERS.test(name) || ['eval', 'source', '.'].includes(name));
}

function encloses(word: ShellWord, { span }: ShellCommand): boolean {
  return word.span[0] <= span[0] && span[1] <= word.span[1];
}
