import type { Ecosystem } from './ecosystem.ts';
import { toolOf } from './tools.ts';
import type { ShellCommand } from '../shell/model.ts';

/** What one command of a RUN does to the image, as far as a rewrite has to know. */
export type Effect = Readonly<{ command: ShellCommand }> &
  (
    | { readonly kind: 'index' | 'clean' | 'nothing' | 'account' | 'unknown' }
    /** Packages of the distribution. */
    | { readonly kind: 'system'; readonly manager: 'apt' | 'apk' | 'yum'; readonly packages: readonly string[] }
    /** A project's dependencies, a build tool of its ecosystem, a build or a test of it, or any other run of its own code. */
    | { readonly kind: 'dependencies' | 'tool' | 'build' | 'test' | 'application'; readonly ecosystem: Ecosystem; readonly tool: string }
    | { readonly kind: 'directory' | 'mode'; readonly paths: readonly string[] }
    /** Files written, copied, linked or fetched by other means. */
    | { readonly kind: 'files'; readonly paths: readonly string[]; readonly how: string }
  );

const NOTHING = new Set(['true', ':', 'set', 'echo', 'printf', 'ls', 'pwd', 'cat', 'test', '[', 'which', 'command', 'sleep', 'whoami', 'id', 'env', 'date', 'uname', 'sync']);
const ACCOUNTS = new Set(['useradd', 'adduser', 'groupadd', 'addgroup', 'usermod', 'deluser', 'userdel', 'groupmod']);
const FILES = new Set(['cp', 'mv', 'ln', 'install', 'touch', 'tee', 'sed', 'tar', 'unzip', 'gunzip', 'curl', 'wget', 'dd', 'update-ca-certificates', 'locale-gen', 'localedef', 'ldconfig', 'keytool', 'setcap', 'dpkg-reconfigure', 'update-alternatives']);
const INSTALLERS: Readonly<Record<string, { readonly manager: 'apt' | 'apk' | 'yum'; readonly install: string }>> = {
  'apt-get': { manager: 'apt', install: 'install' },
  apt: { manager: 'apt', install: 'install' },
  aptitude: { manager: 'apt', install: 'install' },
  apk: { manager: 'apk', install: 'add' },
  yum: { manager: 'yum', install: 'install' },
  dnf: { manager: 'yum', install: 'install' },
  microdnf: { manager: 'yum', install: 'install' },
};
/** Verbs of the package managers that leave nothing which a rewrite would have to keep. */
const INDEX_VERBS = new Set(['update', 'makecache']);
const CLEAN_VERBS = new Set(['clean', 'autoclean', 'autoremove', 'purge', 'remove', 'del', 'cache']);

/** Flags of package managers that take the next word. */
const VALUED = new Set(['-t', '--virtual', '-X', '--repository', '-o', '-c', '--target-release']);

/** The values of a command's words; an unknown word is undefined. */
export function valuesOf(command: ShellCommand): readonly (string | undefined)[] {
  return command.words.map(word => word.value);
}

export function effectOf(command: ShellCommand): Effect {
  const written = command.redirects.filter(({ operator }) => operator.startsWith('>') || operator === '&>').map(({ target }) => target?.value ?? '');
  const paths = written.filter(path => path !== '/dev/null' && !/^\d?$/.test(path));
  if (paths.length > 0) return { command, kind: 'files', paths, how: 'a redirection' };
  const { name } = command;
  if (name === undefined) return { command, kind: command.words.length === 0 ? 'nothing' : 'unknown' };
  const words = valuesOf(command).slice(1);
  return packageEffect(command, name, words) ?? plainEffect(command, name, words) ?? toolEffect(command) ?? { command, kind: 'unknown' };
}

function packageEffect(command: ShellCommand, name: string, words: readonly (string | undefined)[]): Effect | undefined {
  const installer = INSTALLERS[name];
  if (installer === undefined) return undefined;
  const plain = operands(words);
  const [verb, ...rest] = plain;
  if (verb === installer.install) {
    if (rest.includes(undefined)) return { command, kind: 'unknown' };
    return { command, kind: 'system', manager: installer.manager, packages: rest.flatMap(word => (word === undefined ? [] : [nameOf(word)])) };
  }
  if (verb !== undefined && INDEX_VERBS.has(verb)) return { command, kind: 'index' };
  if (verb !== undefined && CLEAN_VERBS.has(verb)) return { command, kind: 'clean' };
  return { command, kind: 'unknown' };
}

/** `curl=7.88.1-10` and `py3-pip~1` without the version. */
function nameOf(word: string): string {
  return word.replace(/(?<=.)[=~<>@/].*$/, '');
}

function operands(words: readonly (string | undefined)[]): (string | undefined)[] {
  return words.filter((word, index) => word === undefined || (!word.startsWith('-') && !VALUED.has(words[index - 1] ?? '')));
}

function plainEffect(command: ShellCommand, name: string, words: readonly (string | undefined)[]): Effect | undefined {
  const paths = operands(words).flatMap(word => word ?? []);
  const known = !words.includes(undefined);
  if (NOTHING.has(name)) return { command, kind: 'nothing' };
  if (ACCOUNTS.has(name)) return { command, kind: 'account' };
  if (name === 'mkdir') return known ? { command, kind: 'directory', paths } : { command, kind: 'unknown' };
  if (name === 'chmod' || name === 'chown' || name === 'chgrp') return { command, kind: 'mode', paths: paths.slice(1) };
  if (name === 'rm') return known && paths.every(isCache) ? { command, kind: 'clean' } : { command, kind: 'files', paths, how: name };
  return FILES.has(name) ? { command, kind: 'files', paths, how: name } : undefined;
}

/** Folders whose emptying changes nothing but the size. */
function isCache(path: string): boolean {
  return /^(?:\/var\/lib\/apt\/lists|\/var\/cache|\/tmp|\/var\/tmp|\/root\/\.(?:cache|npm|m2|gradle|cargo)|~\/\.(?:cache|npm))(?:\/|$)/.test(path);
}

function toolEffect(command: ShellCommand): Effect | undefined {
  const tool = toolOf(command);
  return tool === undefined ? undefined : { command, ...tool };
}
