import type { RunInstruction } from '../dockerfile/model.ts';
import { commandsOf } from './commands.ts';
import { isFetch } from './downloads.ts';
import type { ShellCommand } from './model.ts';
import { isOfDistribution, operationsOf, packageOperations } from './operations.ts';

const COSTLY = ['install', 'download', 'upgrade', 'dist-upgrade'];
const STEADY = [...COSTLY, 'update-index', 'clean', 'remove', 'configure', 'query'];

/** Programs that do what their words say, and look at no variable that they are not told of. */
const PLAIN = new Set(
  `rm mkdir rmdir touch echo printf set true : ln chmod chown chgrp cp mv cat tee ls cd export test [ grep sed tr cut
  tar unzip gzip gunzip xz curl wget gpg apt-key dpkg rpm install useradd groupadd adduser addgroup sha256sum
  sha512sum groupmod usermod groupdel deluser delgroup passwd sort uniq head tail date sleep which command update-ca-certificates locale-gen localedef ldconfig install_packages apt-mark debconf-set-selections`.split(
    /\s+/,
  ),
);

/** What makes a step that does not hang on the project's own version: installs and plain file work, with nothing unknown. */
export interface SteadyStep {
  /** What takes long in it: its first install or download. */
  readonly costly: ShellCommand | undefined;
  /** True where all that it installs are packages of the distribution: no code of the project, or of a package's, asks for variables. */
  readonly isSystem: boolean;
}

/** Undefined for a RUN that builds, tests or runs what is not known. */
export function steadyStep(run: RunInstruction): SteadyStep | undefined {
  const commands = commandsOf(run);
  if (commands.length === 0 || !commands.every(isSteady)) return undefined;
  const operations = packageOperations(run);
  const install = operations.find(({ action }) => COSTLY.includes(action));
  return {
    costly: install?.command ?? commands.find(isFetch),
    isSystem: operations.every(isOfDistribution),
  };
}

/** True for a program that does what its words say, no manager of packages. */
export function isPlainProgram({ name, words }: ShellCommand): boolean {
  return name === undefined ? words.length === 0 : PLAIN.has(name);
}

function isSteady(command: ShellCommand): boolean {
  const operations = operationsOf(command);
  if (operations.length > 0) return operations.every(({ action }) => STEADY.includes(action));
  return isPlainProgram(command);
}
