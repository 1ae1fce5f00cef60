import type { Span } from '../text/span.ts';
import { isLiteralSecret, namesSecret } from '../text/secret-names.ts';
import { assignmentsOf } from './assignments.ts';
import { parseArguments } from './flags.ts';
import type { ShellCommand, ShellWord } from './model.ts';

/** A literal secret that a command is given. */
export interface SecretArgument {
  /** What it is given as: `--password`, `API_TOKEN`. */
  readonly name: string;
  readonly span: Span;
}

/** Flags that are secrets by their place rather than their name. */
const FLAGS: Readonly<Record<string, readonly string[]>> = {
  curl: ['-u', '--user', '-U', '--proxy-user', '--oauth2-bearer'],
  sshpass: ['-p'],
  docker: ['-p'],
  podman: ['-p'],
  helm: ['-p'],
};
/** Flags that are `user:password` rather than the password. */
const WITH_USER = ['-u', '--user', '-U', '--proxy-user'];
/** Programs that only make a throw-away key or print; passwords of accounts have a rule of their own. */
const HARMLESS = 'echo printf openssl keytool ssh-keygen sed grep awk test [ useradd usermod adduser'.split(' ');

const LONG = /^--?([A-Za-z][\w-]*)$/;
/** Flags that switch something on, and have no value of their own. */
const SWITCH = /^(?:with|without|enable|disable|no|use|skip|allow|require|generate|prompt|ask|show)-/;
const LEAST = 6;

/** The literal secrets in a command's flags, header lines, settings and assignments; variables and stand-ins are none. */
export function secretArguments(command: ShellCommand): readonly SecretArgument[] {
  const { name = '' } = command;
  const assigned = assignmentsOf(command).flatMap(({ name: variable, value, span }) =>
    namesSecret(variable) && isSecret(value) ? [{ name: variable, span }] : [],
  );
  if (HARMLESS.includes(name)) return assigned;
  return [...assigned, ...fromFlags(command), ...fromSettings(command)];
}

function fromFlags({ name = '', words }: ShellCommand): readonly SecretArgument[] {
  const own = Object.hasOwn(FLAGS, name) && isAsking(name, words) ? (FLAGS[name] ?? []) : [];
  const secret = words.slice(1).flatMap(({ unquoted }) => {
    if (!unquoted.startsWith('--')) return [];
    const flag = LONG.exec(unquoted.split('=')[0] ?? '')?.[1];
    return flag !== undefined && !SWITCH.test(flag) && namesSecret(flag) ? [`--${flag}`] : [];
  });
  if (own.length === 0 && secret.length === 0) return [];
  const { flags } = parseArguments(words.slice(1), { valueFlags: [...own, ...secret] });
  return flags.flatMap(({ name: flag, word, valueWord, value }) => {
    if ((!own.includes(flag) && !secret.includes(flag)) || value === undefined) return [];
    if ((valueWord ?? word).value === undefined || valueWord?.unquoted.startsWith('-') === true) return [];
    const password = WITH_USER.includes(flag) ? value.split(':').slice(1).join(':') : value;
    return isSecret(password) ? [{ name: flag, span: (valueWord ?? word).span }] : [];
  });
}

/** Elsewhere than in `login`, `-p` is a port. */
function isAsking(name: string, words: readonly ShellWord[]): boolean {
  return name === 'curl' || name === 'sshpass' || words.some(({ value }) => value === 'login');
}

/** `npm config set //registry/:_authToken=…`, `git config x.token …`, `-H 'Authorization: Bearer …'`. */
function fromSettings({ words }: ShellCommand): readonly SecretArgument[] {
  return words.slice(1).flatMap((word, index): SecretArgument[] => {
    if (word.value === undefined) return [];
    const [, scheme, token] = /^(?:Proxy-)?Authorization:\s*(Bearer|Basic|token)\s+(\S+)$/i.exec(word.value) ?? [];
    if (scheme !== undefined && isSecret(token)) return [{ name: 'Authorization', span: word.span }];
    const [, key, joined] = /:(_authToken|_password|_auth)(?:=([^]*))?$/.exec(word.value) ?? [];
    if (key === undefined) return [];
    const next: ShellWord | undefined = words[index + 2];
    if (joined !== undefined) return isSecret(joined) ? [{ name: key, span: word.span }] : [];
    return next !== undefined && isSecret(next.value) ? [{ name: key, span: next.span }] : [];
  });
}

function isSecret(value: string | undefined): boolean {
  return value !== undefined && value.length >= LEAST && isLiteralSecret(value);
}
