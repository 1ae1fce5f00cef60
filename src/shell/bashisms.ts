import { forEachChild, type SyntaxNode } from 'unbash';
import type { Span } from '../text/span.ts';
import { memoMap } from '../text/memo-map.ts';
import type { Script } from './model.ts';

/** Syntax or a command that bash has and POSIX has not. */
export interface Bashism {
  /** As a person calls it: `[[`, `<( )`, `source`. */
  readonly name: string;
  readonly span: Span;
  /** BusyBox's ash has it too, or may have. */
  readonly inAsh: boolean;
}

/** Built-ins of bash, and whether ash has them. */
const BUILTINS: Readonly<Record<string, boolean>> = {
  source: true,
  let: true,
  typeset: true,
  pushd: false,
  popd: false,
  dirs: false,
  shopt: false,
  declare: false,
  mapfile: false,
  readarray: false,
};

const memo = memoMap<Script, readonly Bashism[]>();

/** What of a script only bash, or another large shell, understands; in source order. */
export function bashismsOf(script: Script): readonly Bashism[] {
  let found = memo.get(script);
  if (found === undefined) {
    found = [...fromCommands(script), ...fromSyntax(script)].toSorted((a, b) => a.span[0] - b.span[0]);
    memo.set(script, found);
  }
  return found;
}

function fromCommands({ commands }: Script): readonly Bashism[] {
  return commands.flatMap(({ name = '', words, wrappers, redirects }) => {
    const found: Bashism[] = redirects
      .filter(({ operator }) => operator.startsWith('&>') || operator === '<<<')
      .map(({ operator, span }) => ({ name: operator, span, inAsh: true }));
    const [program] = words;
    if (program === undefined || wrappers.length > 0) return found;
    const inAsh = Object.hasOwn(BUILTINS, name) ? BUILTINS[name] : undefined;
    if (inAsh !== undefined && program.value === name) found.push({ name, span: program.span, inAsh });
    const equals = name === '[' || name === 'test' ? words.find(({ text }) => text === '==') : undefined;
    if (equals !== undefined) found.push({ name: '==', span: equals.span, inAsh: true });
    for (const word of words) {
      for (const part of word.parts) {
        if (part.type !== 'BraceExpansion') continue;
        found.push({ name: part.text, span: word.map.sourceSpan([part.pos, part.end]), inAsh: false });
      }
    }
    return found;
  });
}

function fromSyntax({ ast, source }: Script): readonly Bashism[] {
  const found: Bashism[] = [];
  const visit = (node: SyntaxNode): void => {
    // Backquotes are a text of their own, with other offsets.
    if (node.type === 'Script' && node.source !== undefined) return;
    const form = formOf(node, source.text);
    if (form !== undefined) {
      const end = form.whole ? node.end : node.pos + form.name.length;
      found.push({ name: form.name, span: source.sourceSpan([node.pos, end]), inAsh: form.inAsh });
    }
    forEachChild(node, visit);
  };
  if (ast !== undefined) forEachChild(ast, visit);
  return found;
}

interface Form {
  readonly name: string;
  readonly inAsh: boolean;
  readonly whole?: true;
}

function formOf(node: SyntaxNode, text: string): Form | undefined {
  if (node.type === 'TestCommand') return { name: '[[', inAsh: true };
  if (node.type === 'ArithmeticCommand') return { name: '((', inAsh: true };
  if (node.type === 'ProcessSubstitution') return { name: `${node.operator}( )`, inAsh: false, whole: true };
  if (node.type === 'Function' && text.startsWith('function', node.pos)) return { name: 'function', inAsh: true };
  if (node.type === 'Assignment' && node.value.type === 'ArrayValue')
    return { name: 'NAME=(…)', inAsh: false, whole: true };
  return node.type === 'ParameterExpansion' ? parameterForm(node) : undefined;
}

function parameterForm({ operation }: SyntaxNode & { type: 'ParameterExpansion' }): Form | undefined {
  if (operation === undefined) return undefined;
  if (operation.type === 'Replace' || operation.type === 'Slice')
    return { name: `\${…${operation.operator}…}`, inAsh: true, whole: true };
  return operation.type === 'CaseModification'
    ? { name: `\${…${operation.operator}}`, inAsh: false, whole: true }
    : undefined;
}
