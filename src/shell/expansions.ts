import { forEachChild, type SyntaxNode, type WordPart } from 'unbash';
import type { MappedText } from '../text/mapped-text.ts';
import type { Span } from '../text/span.ts';
import type { ShellWord } from './model.ts';

export type ExpansionKind = 'variable' | 'command' | 'arithmetic' | 'process';

/** One thing that the shell expands in a word. */
export interface ShellExpansion {
  readonly kind: ExpansionKind;
  /** The variable or parameter: `HOME`, `1`, `@`; undefined for the other kinds. */
  readonly name: string | undefined;
  /** Inside double quotes. */
  readonly quoted: boolean;
  /** `:-`, `-`, `:=`, `:+`, `:?`, `#`, `%`, `/`, `:`, `^`, `@`…; undefined for `$x` and `${x}`. */
  readonly operator: string | undefined;
  /** `${#x}` is its length, `${!x}` another variable's value. */
  readonly prefix: '#' | '!' | undefined;
  readonly text: string;
  readonly span: Span;
  readonly node: WordPart;
}

/** The expansions of a word from left to right, those in double quotes too; not those inside other expansions. */
export function expansionsOf(word: ShellWord): readonly ShellExpansion[] {
  return word.parts.flatMap(part => expansionsIn(part, word.map, false));
}

function expansionsIn(part: WordPart, map: MappedText, quoted: boolean): readonly ShellExpansion[] {
  if (part.type === 'DoubleQuoted' || part.type === 'LocaleString') {
    return part.parts.flatMap(child => expansionsIn(child, map, true));
  }
  if (part.type === 'BraceExpansion') return (part.parts ?? []).flatMap(child => expansionsIn(child, map, quoted));
  const kind = kindOf(part);
  if (kind === undefined) return [];
  return [
    {
      kind,
      name: nameOf(part),
      quoted,
      operator: part.type === 'ParameterExpansion' ? part.operation?.operator : undefined,
      prefix: part.type === 'ParameterExpansion' ? part.prefix : undefined,
      text: part.text,
      span: map.sourceSpan([part.pos, part.end]),
      node: part,
    },
  ];
}

function kindOf({ type }: WordPart): ExpansionKind | undefined {
  if (type === 'SimpleExpansion' || type === 'ParameterExpansion') return 'variable';
  if (type === 'CommandExpansion') return 'command';
  if (type === 'ArithmeticExpansion') return 'arithmetic';
  return type === 'ProcessSubstitution' ? 'process' : undefined;
}

function nameOf(part: WordPart): string | undefined {
  if (part.type === 'ParameterExpansion') return part.parameter;
  return part.type === 'SimpleExpansion' ? part.text.slice(1) : undefined;
}

/** The names of every variable that a tree reads, substitutions and arithmetic included. */
export function variablesRead(root: SyntaxNode): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (node: SyntaxNode): void => {
    if (node.type === 'SimpleExpansion') names.add(node.text.slice(1));
    else if (node.type === 'ParameterExpansion') names.add(node.parameter);
    else if (node.type === 'ArithmeticWord' && /^[A-Za-z_]\w*$/.test(node.value)) names.add(node.value);
    forEachChild(node, visit);
  };
  visit(root);
  return names;
}
