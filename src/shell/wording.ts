import { forEachChild, type Assignment, type SyntaxNode, type Word, type WordPart } from 'unbash';
import type { Script } from './model.ts';
import { printsOneWord } from './one-word.ts';
import { plainText } from './words.ts';

/**
 * What the shell makes of a value where no quotes are: `one-word` has no blanks and globs, `list` is written with blanks, so
 * that it is meant to be split, of `loose` nothing is known, and `foreign` comes from outside the script.
 */
export type Wording = 'one-word' | 'list' | 'loose' | 'foreign';

const BLANK = /\s/;
const GLOB = /[*?[]/;

interface Values {
  readonly words: readonly Word[];
  /** Given by `read` and the like. */
  readonly loose: boolean;
}

/** What a variable of a script holds, by everything that the script gives it. */
export function wordingOf(script: Script, name: string): Wording {
  return variableWording(script, name, new Set());
}

/** What a part of a word comes to. */
export function partWording(script: Script, part: WordPart): Wording {
  return wordingIn(script, part, new Set());
}

function variableWording(script: Script, name: string, open: ReadonlySet<string>): Wording {
  if (/^[?$!#-]$/.test(name)) return 'one-word';
  if (/^[@*]$/.test(name)) return 'list';
  if (/^\d+$/.test(name)) return 'loose';
  const values = valuesIn(script).get(name);
  if (values === undefined) return 'foreign';
  if (open.has(name)) return 'one-word';
  const inner = new Set([...open, name]);
  return worst([...values.words.map(word => wordWording(script, word, inner)), ...(values.loose ? LOOSE : [])]);
}

const LOOSE: readonly Wording[] = ['loose'];

/** A list stays one whatever else the variable holds. */
function worst(wordings: readonly Wording[]): Wording {
  return (['list', 'loose'] as const).find(one => wordings.includes(one)) ?? 'one-word';
}

function wordWording(script: Script, word: Word, open: ReadonlySet<string>): Wording {
  if (word.parts === undefined || word.parts.length === 0) return textWording(word.value);
  return worst(word.parts.map(part => wordingIn(script, part, open)));
}

function wordingIn(script: Script, part: WordPart, open: ReadonlySet<string>): Wording {
  switch (part.type) {
    case 'DoubleQuoted':
    case 'LocaleString':
      return worst(part.parts.map(child => wordingIn(script, child, open)));
    case 'SimpleExpansion':
      return variableWording(script, part.text.slice(1), open);
    case 'ParameterExpansion':
      if (part.prefix === '#') return 'one-word';
      return part.prefix === '!' || part.index !== undefined ? 'loose' : variableWording(script, part.parameter, open);
    case 'CommandExpansion': {
      const isOne = (word: Word): boolean => ['one-word', 'foreign'].includes(wordWording(script, word, open));
      return printsOneWord(part.script, isOne) ? 'one-word' : 'loose';
    }
    case 'ArithmeticExpansion':
      return 'one-word';
    case 'Literal':
    case 'SingleQuoted':
    case 'AnsiCQuoted':
    case 'Glob':
      return textWording(plainText(part));
    case 'BraceExpansion':
    case 'ExtendedGlob':
    case 'ProcessSubstitution':
      return 'loose';
  }
}

function textWording(text: string): Wording {
  if (BLANK.test(text)) return 'list';
  return GLOB.test(text) ? 'loose' : 'one-word';
}

const memo = new WeakMap<Script, ReadonlyMap<string, Values>>();

/** All values that a script gives its variables, by name. */
function valuesIn(script: Script): ReadonlyMap<string, Values> {
  const known = memo.get(script);
  if (known !== undefined) return known;
  const found = new Map<string, Values>();
  const add = (name: string, words: readonly Word[], loose = false): void => {
    const before = found.get(name);
    found.set(name, { words: [...(before?.words ?? []), ...words], loose: loose || before?.loose === true });
  };
  const visit = (node: SyntaxNode): void => {
    if (node.type === 'Assignment') assign(node, add);
    else if ((node.type === 'For' || node.type === 'Select') && node.wordlist)
      loop(node.name.value, node.wordlist, add);
    else if (node.type === 'Command' && node.name?.value === 'read') {
      for (const { text } of node.args) if (/^[A-Za-z_]\w*$/.test(text)) add(text, [], true);
    }
    forEachChild(node, visit);
  };
  if (script.ast) visit(script.ast);
  memo.set(script, found);
  return found;
}

type Add = (name: string, words: readonly Word[], loose?: boolean) => void;

function assign({ name, value, append }: Assignment, add: Add): void {
  add(name, value.type === 'Word' ? [value] : [], append === true || value.type !== 'Word');
}

/** What an unquoted expansion gives to a loop is split already. */
function loop(name: string, wordlist: readonly Word[], add: Add): void {
  const isSplit = ({ parts }: Word): boolean => parts?.length === 1 && parts[0]?.type.endsWith('Expansion') === true;
  add(
    name,
    wordlist.filter(word => !isSplit(word)),
  );
}
