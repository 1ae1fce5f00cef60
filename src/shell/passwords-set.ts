import { pipelineOf } from './commands.ts';
import { parseArguments } from './flags.ts';
import type { ShellCommand, ShellWord } from './model.ts';

/** An account's password that a command sets. */
export interface PasswordSet {
  /** The literal or hash itself; the command's name where it is taken away. */
  readonly word: ShellWord;
  readonly kind: 'written' | 'emptied';
  readonly account: string | undefined;
}

const VALUE_FLAGS =
  '-p --password -u --uid -g --gid -G --groups -d --home -h -s --shell -c --comment -k --skel -K --key -e -f -b -R -Z'.split(
    ' ',
  );
/** What `-p` takes that no password fits: `*`, `!`, `!!`, `x`. */
const LOCKED = /^(?:[*!].*|x|NP|LK)$/;

/** The password that a command gives an account, where it is literal, or takes away from it. */
export function passwordSetBy(command: ShellCommand): PasswordSet | undefined {
  const { name } = command;
  if (name === 'useradd' || name === 'usermod') return fromFlag(command);
  if (name === 'chpasswd') return fromInput(command, /^[^\s:]+:(?!$)./);
  if (name === 'passwd') return fromPasswd(command);
  return undefined;
}

function fromFlag({ words }: ShellCommand): PasswordSet | undefined {
  const { flags, operands } = parseArguments(words.slice(1), { valueFlags: VALUE_FLAGS });
  const flag = flags.find(found => found.name === '-p' || found.name === '--password');
  const word = flag?.valueWord ?? flag?.word;
  if (flag?.value === undefined || word?.value === undefined || LOCKED.test(flag.value)) return undefined;
  return { word, kind: flag.value === '' ? 'emptied' : 'written', account: operands.at(-1)?.value };
}

function fromPasswd(command: ShellCommand): PasswordSet | undefined {
  const [program, ...rest] = command.words;
  const account = rest.find(({ unquoted }) => !unquoted.startsWith('-'))?.value ?? 'root';
  if (program === undefined) return undefined;
  if (rest.some(({ unquoted }) => /^-(?:[a-ce-z]*d[a-z]*|-delete)$/.test(unquoted)))
    return { word: program, kind: 'emptied', account };
  if (rest.some(({ unquoted }) => /^-(?:l|u|e|S|-lock|-expire|-status|-unlock)$/.test(unquoted))) return undefined;
  const found = fromInput(command, /\S/);
  return found && { ...found, account };
}

/** What `echo` or `printf` pipes into it, or a here-string hands it, where that is literal. */
function fromInput(command: ShellCommand, shape: RegExp): PasswordSet | undefined {
  const here = command.redirects.find(({ operator }) => operator === '<<<')?.target;
  const members = pipelineOf(command);
  const at = members.findIndex(member => member.includes(command));
  const [writer] = members[at - 1] ?? [];
  const isWriter = writer?.name === 'echo' || writer?.name === 'printf';
  const word = here ?? (isWriter ? literalOf(writer) : undefined);
  if (word === undefined || !shape.test(word.unquoted) || !isKnown(word)) return undefined;
  return { word, kind: 'written', account: /^([^\s:$]+):/.exec(word.unquoted)?.[1] };
}

/** The one text that is written; undefined where a part of it is not known, or random. */
function literalOf(writer: ShellCommand): ShellWord | undefined {
  const texts = writer.words.slice(1).filter(({ unquoted }) => !/^-[neE]+$/.test(unquoted));
  return texts.every(isKnown) ? texts.at(-1) : undefined;
}

/** True where the password itself is written; the account before the colon may be a variable. */
function isKnown({ value, unquoted }: ShellWord): boolean {
  const password = unquoted.slice(unquoted.indexOf(':') + 1);
  return value !== undefined || (unquoted.includes(':') && !/[$`]/.test(password));
}
