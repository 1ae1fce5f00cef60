import { forEachChild, type Assignment, type SyntaxNode, type Word, type WordPart } from 'unbash';
import type { Script } from './model.ts';
import { printsOneWord } from './one-word.ts';
import { plainText } from './words.ts';
import { memoMap } from '../text/memo-map.ts';

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

/** Variables that are made of one another; more are not followed. */
const DEEPEST = 50;

/** What a variable of a script holds, by everything that the script gives it. */
export function wordingOf(script: Script, name: string, depth = 0): Wording {
  if (/^[?$!#-]$/.test(name)) return 'one-word';
  if (/^[@*]$/.test(name)) return 'list';
  if (/^\d+$/.test(name)) return 'loose';
  const { values, wordings } = variablesIn(script);
  const given = values.get(name);
  if (given === undefined) return 'foreign';
  const known = wordings.get(name);
  if (known !== undefined || depth > DEEPEST) return known ?? 'one-word';
  // What a variable hands back to itself adds nothing.
  wordings.set(name, 'one-word');
  const wording = worst([
    ...given.words.map(word => wordWording(script, word, depth + 1)),
    ...(given.loose ? LOOSE : []),
  ]);
  wordings.set(name, wording);
  return wording;
}

const LOOSE: readonly Wording[] = ['loose'];

/** A list stays one whatever else the variable holds. */
function worst(wordings: readonly Wording[]): Wording {
  return (['list', 'loose'] as const).find(one => wordings.includes(one)) ?? 'one-word';
}

function wordWording(script: Script, word: Word, depth: number): Wording {
  if (word.parts === undefined || word.parts.length === 0) return textWording(word.value);
  return worst(word.parts.map(part => partWording(script, part, depth)));
}

/** What a part of a word comes to. */
export function partWording(script: Script, part: WordPart, depth = 0): Wording {
  switch (part.type) {
    case 'DoubleQuoted':
    case 'LocaleString':
      return worst(part.parts.map(child => partWording(script, child, depth)));
    case 'SimpleExpansion':
      return wordingOf(script, part.text.slice(1), depth);
    case 'ParameterExpansion':
      if (part.prefix === '#') return 'one-word';
      return part.prefix === '!' || part.index !== undefined ? 'loose' : wordingOf(script, part.parameter, depth);
    case 'CommandExpansion': {
      const isOne = (word: Word): boolean => ['one-word', 'foreign'].includes(wordWording(script, word, depth));
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

interface Variables {
  readonly values: ReadonlyMap<string, Values>;
  /** Those that were asked for. */
  readonly wordings: Map<string, Wording>;
}

const memo = memoMap<Script, Variables>();

/** All values that a script gives its variables, by name. */
function variablesIn(script: Script): Variables {
  const known = memo.get(script);
  if (known !== undefined) return known;
  const values = new Map<string, { words: Word[]; loose: boolean }>();
  const add: Add = (name, words, loose = false) => {
    const before = values.get(name) ?? { words: [], loose: false };
    before.words.push(...words);
    before.loose ||= loose;
    values.set(name, before);
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
  const variables: Variables = { values, wordings: new Map() };
  memo.set(script, variables);
  return variables;
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
