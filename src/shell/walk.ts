import {
  forEachChild,
  type Command,
  type CommandArgument,
  type CompoundList,
  type ParsedScript,
  type PipelineNode,
  type Redirection,
  type Statement,
  type SyntaxNode,
} from 'unbash';
import type { MappedText } from '../text/mapped-text.ts';
import type { Span } from '../text/span.ts';
import type { Enclosure, Joint, ListItem, Place, Script, ShellCommand, ShellRedirect, ShellWord } from './model.ts';
import { IN_BACKQUOTES, IN_DOUBLE_QUOTES, unescaped } from './unescaped.ts';
import { takeWrappers } from './unwrap.ts';
import { assignmentOf, programName, wordOf } from './words.ts';

/** What is known at a node of the tree. */
interface At {
  readonly map: MappedText;
  readonly within: readonly Enclosure[];
  readonly before: Joint | undefined;
  readonly after: Joint | undefined;
  readonly place: Place | undefined;
  readonly quoted: boolean;
}

/** What a walk over a script's tree brings to light. */
export interface Walked {
  readonly commands: readonly ShellCommand[];
  /** The script's own statements, `a && b; c` as three. */
  readonly items: readonly ListItem[];
  readonly errors: readonly { readonly message: string; readonly span: Span }[];
}

const MAX_ERRORS = 20;

const ENCLOSURES: Readonly<Partial<Record<SyntaxNode['type'], Enclosure>>> = {
  If: 'if',
  For: 'for',
  ArithmeticFor: 'for',
  Select: 'for',
  While: 'while',
  Case: 'case',
  Subshell: 'subshell',
  BraceGroup: 'group',
  Function: 'function',
  Coproc: 'coproc',
  CommandExpansion: 'substitution',
  ArithmeticCommandExpansion: 'substitution',
  ProcessSubstitution: 'process-substitution',
};

/** Every simple command of a script in source order; unbash bounds the depth of its trees, and so of this walk. */
export function walkScript(script: Script, root: SyntaxNode): Walked {
  const commands: ShellCommand[] = [];
  const errors: { message: string; span: Span }[] = [];
  const top: ListItem[] = [];

  const visit = (node: SyntaxNode, at: At): void => {
    if (node.type === 'Script' || node.type === 'CompoundList') return listed(node, at);
    if (node.type === 'Command') return command(node, at);
    if (node.type === 'Pipeline') return pipeline(node, at);
    if (node.type === 'If' || node.type === 'Elif' || node.type === 'While') return conditional(node, at);
    if (isSubstitution(node)) return substitution(node, at);
    children(node, node.type === 'DoubleQuoted' ? { ...at, quoted: true } : enclosed(node, at));
  };

  const listed = (node: ParsedScript | CompoundList, at: At): void => {
    if (node.type === 'Script') takeErrors(node.errors ?? [], at.map);
    list(node.commands, at, node === root ? top : []);
  };

  const children = (node: SyntaxNode, at: At): void => forEachChild(node, child => visit(child, at));

  const takeErrors = (found: readonly { message: string; pos: number }[], map: MappedText): void => {
    for (const { message, pos } of found) {
      if (errors.length === MAX_ERRORS) return;
      errors.push({ message, span: map.sourceSpan([pos, Math.min(pos + 1, map.text.length)]) });
    }
  };

  const conditional = (node: SyntaxNode & { type: 'If' | 'Elif' | 'While' }, at: At): void => {
    const inner = enclosed(node, at);
    let isClause = true;
    forEachChild(node, child => {
      visit(child, isClause ? { ...inner, within: [...inner.within, 'condition'] } : inner);
      isClause = false;
    });
  };

  const substitution = (node: Substitution, at: At): void => {
    if (node.script === undefined) return;
    const inner = { ...enclosed(node, at), quoted: false };
    if (node.script.source === undefined) return visit(node.script, inner);
    // Backquotes whose backslashes unbash took out: the offsets below are those of what was left.
    const raw = at.map.slice(node.pos + 1, node.end - 1);
    const decoded = unescaped(raw, at.quoted ? IN_DOUBLE_QUOTES : IN_BACKQUOTES);
    visit(node.script, { ...inner, map: decoded.text === node.script.source ? decoded : raw });
  };

  const list = (statements: readonly Statement[], at: At, items: ListItem[]): void => {
    let before: Joint | undefined;
    for (const [index, statement] of statements.entries()) {
      const after = separator(statement, statements[index + 1], at.map.text);
      andOr(statement, { ...at, before, after }, items);
      before = after;
    }
  };

  const andOr = (statement: Statement, at: At, items: ListItem[]): void => {
    const { command: node } = statement;
    if (node.type !== 'AndOr') return item(node, at, items);
    for (const [index, member] of node.commands.entries()) {
      const before = index === 0 ? at.before : node.operators[index - 1];
      item(member, { ...at, before, after: node.operators[index] ?? at.after }, items);
    }
  };

  const item = (node: PipelineNode, at: At, items: ListItem[]): void => {
    const first = commands.length;
    const entry: { -readonly [Name in keyof ListItem]: ListItem[Name] } = {
      script,
      span: at.map.sourceSpan([node.pos, node.end]),
      before: at.before,
      after: at.after,
      within: at.within,
      commands: [],
      isCompound: node.type !== 'Command' && node.type !== 'Pipeline',
    };
    items.push(entry);
    visit(node, { ...at, place: { items, item: entry, pipeline: undefined } });
    entry.commands = commands.slice(first);
  };

  const pipeline = (node: SyntaxNode & { type: 'Pipeline' }, at: At): void => {
    const negated = node.prefixes.some(({ type }) => type === 'Negation');
    const within: readonly Enclosure[] = negated ? [...at.within, 'negation'] : at.within;
    const members: ShellCommand[][] = [];
    for (const [index, member] of node.commands.entries()) {
      const first = commands.length;
      const before = index === 0 ? at.before : node.operators[index - 1];
      const place = at.place && { ...at.place, pipeline: members };
      visit(member, { ...at, within, before, after: node.operators[index] ?? at.after, place });
      members.push(commands.slice(first));
    }
  };

  const command = (node: Command, at: At): void => {
    const found = commandOf(node, at, script);
    commands.push(found);
    children(node, { ...at, place: undefined });
  };

  visit(root, { map: script.source, within: [], before: undefined, after: undefined, place: undefined, quoted: false });
  return { commands, items: top, errors };
}

type Substitution = SyntaxNode & { type: 'CommandExpansion' | 'ArithmeticCommandExpansion' | 'ProcessSubstitution' };

function isSubstitution(node: SyntaxNode): node is Substitution {
  return ENCLOSURES[node.type]?.endsWith('substitution') === true;
}

function enclosed(node: SyntaxNode, at: At): At {
  const enclosure = ENCLOSURES[node.type];
  if (enclosure === undefined) return at;
  return { ...at, within: [...at.within, enclosure], before: undefined, after: undefined, place: undefined };
}

/** What ends a statement that another one follows. */
function separator(statement: Statement, next: Statement | undefined, text: string): Joint | undefined {
  if (statement.background === true) return '&';
  if (next === undefined) return undefined;
  return /^[ \t]*;/.test(text.slice(statement.end, next.pos)) || text[statement.end - 1] === ';' ? ';' : 'newline';
}

function commandOf(node: Command, at: At, script: Script): ShellCommand {
  const { map } = at;
  const words: ShellWord[] = node.name === undefined ? [] : [wordOf(node.name, map)];
  const redirects: ShellRedirect[] = [];
  const assignments = [];
  for (const part of node.prefix) {
    if (part.type === 'Assignment') assignments.push(assignmentOf(part, map));
    else redirects.push(redirectOf(part, map));
  }
  for (const part of node.suffix) {
    if (isArgument(part)) words.push(wordOf(part, map));
    else redirects.push(redirectOf(part, map));
  }
  const [program] = words;
  return takeWrappers({
    name: program && programName(program),
    words,
    wrappers: [],
    assignments,
    redirects,
    span: map.sourceSpan([node.pos, node.end]),
    before: at.before,
    after: at.after,
    within: at.within,
    node,
    script,
    place: at.place,
  });
}

function isArgument(part: CommandArgument | Redirection): part is CommandArgument {
  return part.type === 'Word' || part.type === 'Assignment';
}

function redirectOf(node: Redirection, map: MappedText): ShellRedirect {
  const target = node.type === 'HereDoc' ? undefined : node.target;
  return {
    operator: node.operator,
    descriptor: node.descriptor?.type === 'FileDescriptor' ? node.descriptor.value : undefined,
    target: target && wordOf(target, map),
    span: map.sourceSpan([node.pos, node.end]),
    body: node.type === 'HereDoc' ? heredocBody(node, map) : undefined,
  };
}

function heredocBody(node: Redirection & { type: 'HereDoc' }, map: MappedText): MappedText {
  const raw = map.slice(node.body.pos, node.body.end);
  return node.delimiter?.quoted === true ? raw : unescaped(raw, IN_BACKQUOTES);
}
