import type { Ecosystem } from './ecosystem.ts';
import { toolOf } from './tools.ts';
import type { ShellCommand } from '../shell/model.ts';
import { operationsOf } from '../shell/operations.ts';
import type { PackageArgument } from '../shell/packages.ts';

/** What one command of a RUN does to the image, as far as a rewrite has to know. */
export type Effect = Readonly<{ command: ShellCommand }> &
  (
    | { readonly kind: 'index' | 'clean' | 'nothing' | 'account' | 'unknown' }
    /** Packages of the distribution. */
    | { readonly kind: 'system'; readonly distribution: string; readonly packages: readonly PackageArgument[] }
    /** A project's dependencies, a build tool of its ecosystem, a build or a test of it, or any other run of its own code. */
    | {
        readonly kind: 'dependencies' | 'tool' | 'build' | 'test' | 'application';
        readonly ecosystem: Ecosystem;
        readonly tool: string;
      }
    | { readonly kind: 'directory' | 'mode'; readonly paths: readonly string[] }
    /** Files written, copied, linked or fetched by other means. */
    | { readonly kind: 'files'; readonly paths: readonly string[]; readonly how: string }
  );

const NOTHING = new Set([
  'true',
  ':',
  'set',
  'echo',
  'printf',
  'ls',
  'pwd',
  'cat',
  'test',
  '[',
  'which',
  'command',
  'sleep',
  'whoami',
  'id',
  'env',
  'date',
  'uname',
  'sync',
]);
const ACCOUNTS = new Set(['useradd', 'adduser', 'groupadd', 'addgroup', 'usermod', 'deluser', 'userdel', 'groupmod']);
const FILES = new Set([
  'cp',
  'mv',
  'ln',
  'install',
  'touch',
  'tee',
  'sed',
  'tar',
  'unzip',
  'gunzip',
  'curl',
  'wget',
  'dd',
  'update-ca-certificates',
  'locale-gen',
  'localedef',
  'ldconfig',
  'keytool',
  'setcap',
  'dpkg-reconfigure',
  'update-alternatives',
  'a2enmod',
  'a2dismod',
  'a2enconf',
  'a2disconf',
  'a2ensite',
  'a2dissite',
]);
const SYSTEMS: ReadonlySet<string> = new Set(['debian', 'alpine', 'rpm']);

/** The values of a command's words; an unknown word is undefined. */
export function valuesOf(command: ShellCommand): readonly (string | undefined)[] {
  return command.words.map(word => word.value);
}

export function effectOf(command: ShellCommand): Effect {
  const written = command.redirects
    .filter(({ operator }) => operator.startsWith('>') || operator === '&>')
    .map(({ target }) => target?.value ?? '');
  const paths = written.filter(path => path !== '/dev/null' && !/^\d?$/.test(path));
  if (paths.length > 0) return { command, kind: 'files', paths, how: 'a redirection' };
  const { name } = command;
  if (name === undefined) return { command, kind: command.words.length === 0 ? 'nothing' : 'unknown' };
  const words = valuesOf(command).slice(1);
  return (
    packageEffect(command) ?? plainEffect(command, name, words) ?? toolEffect(command) ?? { command, kind: 'unknown' }
  );
}

function packageEffect(command: ShellCommand): Effect | undefined {
  const [operation, ...others] = operationsOf(command).filter(({ manager }) => SYSTEMS.has(manager.ecosystem));
  if (operation === undefined) return undefined;
  const { action, packages, manager } = operation;
  if (others.length > 0 || operation.isFedByXargs) return { command, kind: 'unknown' };
  if (action === 'update-index') return { command, kind: 'index' };
  if (action === 'clean' || action === 'remove') return { command, kind: 'clean' };
  if (action !== 'install') return { command, kind: 'unknown' };
  if (packages.some(({ kind }) => kind !== 'registry')) return { command, kind: 'unknown' };
  return { command, kind: 'system', distribution: manager.ecosystem, packages };
}

function operands(words: readonly (string | undefined)[]): (string | undefined)[] {
  return words.filter(word => word === undefined || !word.startsWith('-'));
}

function plainEffect(command: ShellCommand, name: string, words: readonly (string | undefined)[]): Effect | undefined {
  const paths = operands(words).flatMap(word => word ?? []);
  const known = !words.includes(undefined);
  if (NOTHING.has(name)) return { command, kind: 'nothing' };
  if (ACCOUNTS.has(name)) return { command, kind: 'account' };
  if (name === 'mkdir') return known ? { command, kind: 'directory', paths } : { command, kind: 'unknown' };
  if (name === 'chmod' || name === 'chown' || name === 'chgrp') return { command, kind: 'mode', paths: paths.slice(1) };
  if (name === 'rm')
    return known && paths.every(isCache) ? { command, kind: 'clean' } : { command, kind: 'files', paths, how: name };
  return FILES.has(name) ? { command, kind: 'files', paths, how: name } : undefined;
}

/** Folders whose emptying changes nothing but the size. */
function isCache(path: string): boolean {
  return /^(?:\/var\/lib\/apt\/lists|\/var\/cache|\/tmp|\/var\/tmp|\/root\/\.(?:cache|npm|m2|gradle|cargo)|~\/\.(?:cache|npm))(?:\/|$)/.test(
    path,
  );
}

function toolEffect(command: ShellCommand): Effect | undefined {
  const tool = toolOf(command);
  return tool === undefined ? undefined : { command, ...tool };
}
