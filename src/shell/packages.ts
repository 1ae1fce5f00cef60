import type { Manager, Subcommand } from './managers/manager.ts';
import type { ShellWord } from './model.ts';
import { maskedText, plainText, templateOf, UNKNOWN } from './words.ts';

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
const VCS_PATTERN = /^(?:git|hg|svn|bzr)(?:\+[a-z]+)?:\/\/|^git@|^ssh:\/\/|\.git(?:[#@].*)?$/;
const UNKNOWN_FOLDER = new RegExp(`^${UNKNOWN}+/`);
const MAX_EXPANDED = 64;

/** The packages that a word names: several where braces expand. */
export function packagesOf(word: ShellWord, manager: Manager, subcommand: Subcommand): readonly PackageArgument[] {
  return expandBraces(word).map(spelling => packageOf(spelling, word, manager, subcommand));
}

/** A word's text, and the same with `UNKNOWN` for what the shell expands. */
interface Spelling {
  readonly text: string;
  readonly template: string;
}

function packageOf(
  { text, template }: Spelling,
  word: ShellWord,
  manager: Manager,
  subcommand: Subcommand,
): PackageArgument {
  const kind = kindOf(template, manager);
  if (kind !== 'registry') return { kind, text, name: undefined, version: undefined, word };
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
  if (manager.vcsPattern?.test(template) === true || VCS_PATTERN.test(template)) return 'vcs';
  if (URL_PATTERN.test(template)) return 'url';
  if (manager.filePattern?.test(template) === true || UNKNOWN_FOLDER.test(template)) return 'file';
  if (manager.groupPattern?.test(template) === true) return 'group';
  return 'registry';
}

/** `a-{b,c}` as `a-b` and `a-c`; ranges and nested braces stay unknown. */
function expandBraces(word: ShellWord): readonly Spelling[] {
  let spellings: readonly Spelling[] = [{ text: '', template: '' }];
  if (!word.parts.some(({ type }) => type === 'BraceExpansion'))
    return [{ text: word.unquoted, template: templateOf(word) }];
  for (const part of word.parts) {
    const choices =
      part.type === 'BraceExpansion' ? choicesOf(part.text) : [{ text: plainText(part), template: maskedText(part) }];
    spellings = spellings.flatMap(({ text, template }) =>
      choices.map(choice => ({ text: text + choice.text, template: template + choice.template })),
    );
    if (spellings.length > MAX_EXPANDED) return [{ text: word.unquoted, template: templateOf(word) }];
  }
  return spellings;
}

function choicesOf(braces: string): readonly Spelling[] {
  const inner = braces.slice(1, -1);
  if (!inner.includes(',') || /[{}$`'"\\]/.test(inner))
    return [{ text: braces, template: UNKNOWN.repeat(braces.length) }];
  return inner.split(',').map(text => ({ text, template: text }));
}
