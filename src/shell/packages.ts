import type { Manager, Subcommand } from './managers/manager.ts';
import type { ShellWord } from './model.ts';
import { spellingsOf, type Spelling } from './spellings.ts';
import { UNKNOWN } from './managers/manager.ts';

/** `variable`: an expansion hides which package it is, or how many. */
export type PackageKind = 'registry' | 'file' | 'url' | 'vcs' | 'group' | 'variable';

/** A package as an argument names it. */
export interface PackageArgument {
  readonly kind: PackageKind;
  /** Without quotes, braces expanded; what the shell expands stands as written. */
  readonly text: string;
  /** The package's name; undefined where it is unknown or the argument has none. */
  readonly name: string | undefined;
  /** As written behind the separator (`1.2*`, `^2`, `$VERSION`); undefined where none is asked for. */
  readonly version: string | undefined;
  readonly word: ShellWord;
}

const URL_PATTERN = /^(?:[^\s@:]+\s*@\s*)?[a-z][a-z0-9+.-]*:\/\//i;
const VCS_PATTERN = /^(?:git|hg|svn|bzr)(?:\+[a-z]+)?:\/\/|^git@|^ssh:\/\/|\.git(?:[#@]|$)/;
const UNKNOWN_FOLDER = new RegExp(`^${UNKNOWN}+/`);

/** The packages that a word names: several where braces expand. */
export function packagesOf(word: ShellWord, manager: Manager, subcommand: Subcommand): readonly PackageArgument[] {
  return spellingsOf(word).map(spelling => packageOf(spelling, word, manager, subcommand));
}

function packageOf(
  { text, template }: Spelling,
  word: ShellWord,
  manager: Manager,
  subcommand: Subcommand,
): PackageArgument {
  const kind = subcommand.groups === true ? 'group' : kindOf(template, manager);
  if (kind !== 'registry') {
    const version = kind === 'vcs' ? manager.vcsRefPattern?.exec(text)?.groups?.['ref'] : undefined;
    return { kind, text, name: undefined, version, word };
  }
  const pattern = subcommand.packagePattern ?? manager.packagePattern;
  const { name = template, version } = pattern.exec(template)?.groups ?? {};
  const at = template.endsWith(version ?? '')
    ? template.length - (version ?? '').length
    : template.indexOf(version ?? '', name.length);
  const written = version === undefined ? undefined : text.slice(at, at + version.length);
  if (name.includes(UNKNOWN)) return { kind: 'variable', text, name: undefined, version: written, word };
  return { kind, text, name, version: written, word };
}

function kindOf(template: string, manager: Manager): PackageKind {
  if (UNKNOWN_FOLDER.test(template)) return 'file';
  if (manager.vcsPattern?.test(template) === true || VCS_PATTERN.test(template)) return 'vcs';
  if (URL_PATTERN.test(template)) return 'url';
  if (manager.filePattern?.test(template) === true) return 'file';
  if (manager.groupPattern?.test(template) === true) return 'group';
  return 'registry';
}
