import type { Assignment, Word, WordPart } from 'unbash';
import type { MappedText } from '../text/mapped-text.ts';
import { UNKNOWN } from './managers/manager.ts';
import type { ShellAssignment, ShellWord } from './model.ts';

const CONTINUATION = /\\\r?\n/g;
const MAY_EXPAND = /[$`{]|[<>]\(/;

/** A word of a script; the offsets of its node are those of the map's text. */
export function wordOf(node: Word | Assignment, map: MappedText): ShellWord {
  const { text } = node;
  const known = !MAY_EXPAND.test(text);
  const value = node.type === 'Word' ? node.value : assignmentText(node);
  return {
    text: text.includes('\n') ? text.replace(CONTINUATION, '') : text,
    unquoted: value,
    value: known || !partsOf(node).some(expands) ? value : undefined,
    span: map.sourceSpan([node.pos, node.end]),
    parts: partsOf(node),
    map,
  };
}

export function assignmentOf(node: Assignment, map: MappedText): ShellAssignment {
  const known = node.value.type === 'Word' && !partsOf(node).some(expands);
  return {
    name: node.name,
    value: known && node.value.type === 'Word' ? node.value.value : undefined,
    span: map.sourceSpan([node.pos, node.end]),
  };
}

/** The unquoted word with every character of an expansion replaced by `UNKNOWN`; as long as `unquoted`. */
export function templateOf(word: ShellWord): string {
  if (word.value !== undefined) return word.value;
  if (word.parts.length === 0) return word.unquoted;
  const prefix = word.unquoted.length - word.parts.reduce((sum, part) => sum + plainText(part).length, 0);
  return word.unquoted.slice(0, Math.max(0, prefix)) + word.parts.map(maskedText).join('');
}

/** The base name of the program that a word names, where what follows its last slash is known. */
export function programName(word: ShellWord): string | undefined {
  const template = word.value ?? templateOf(word);
  const name = template.slice(template.lastIndexOf('/') + 1);
  return name === '' || name.includes(UNKNOWN) ? undefined : name;
}

/** True for a part whose value only the running shell knows. */
export function expands(part: WordPart): boolean {
  switch (part.type) {
    case 'SimpleExpansion':
    case 'ParameterExpansion':
    case 'CommandExpansion':
    case 'ArithmeticExpansion':
    case 'ProcessSubstitution':
    case 'BraceExpansion':
      return true;
    case 'DoubleQuoted':
    case 'LocaleString':
      return part.parts.some(expands);
    case 'Literal':
    case 'Glob':
    case 'SingleQuoted':
    case 'AnsiCQuoted':
    case 'ExtendedGlob':
      return false;
  }
}

function partsOf(node: Word | Assignment): readonly WordPart[] {
  if (node.type === 'Word') return node.parts ?? [];
  if (node.value.type === 'Word') return node.value.parts ?? [];
  return node.value.elements.flatMap(element => element.parts ?? []);
}

function assignmentText({ text, value }: Assignment): string {
  if (value.type !== 'Word') return text;
  return text.slice(0, text.length - value.text.length) + value.value;
}

/** What a part stands for where nothing expands it. */
export function plainText(part: WordPart): string {
  if (part.type === 'DoubleQuoted' || part.type === 'LocaleString') return part.parts.map(plainText).join('');
  return 'value' in part ? part.value : part.text;
}

/** The same with `UNKNOWN` for every character of an expansion. */
export function maskedText(part: WordPart): string {
  if (part.type === 'DoubleQuoted' || part.type === 'LocaleString') return part.parts.map(maskedText).join('');
  const text = plainText(part);
  return expands(part) ? UNKNOWN.repeat(text.length) : text;
}
