import type { Command, CommandNode, ParsedScript, PipelineNode, Word } from 'unbash';

/** Programs that print one word and do not fail where they are installed. */
const ALWAYS = new Set(
  'arch basename dirname dpkg-architecture expr getconf hostname id logname mktemp nproc pwd readlink realpath stat tty uname wc which whoami'.split(
    ' ',
  ),
);

/** Programs that do so where their arguments are such. */
const SOMETIMES: Readonly<Record<string, RegExp>> = {
  apk: /(?:^| )--print-arch\b/,
  command: /^-v /,
  date: /(?:^| )["']?\+[^\s"']*["']?$/,
  dpkg: /(?:^| )--print-(?:foreign-)?architecture\b/,
  go: /^env\b/,
  lsb_release: /(?:^| )-\w*s/,
  // Only constants, which hold numbers and names.
  php: /^-r ["'](?:echo|print) PHP_[A-Z_]+(?: - PHP_[A-Z_]+)?;?["']$/,
  pg_config: /(?:^| )--(?:bindir|version|pkglibdir|sharedir)\b/,
  rpm: /^(?:-E|--eval)\b/,
  sysctl: /^-n [\w.]+$/,
};

/** What only cuts, turns or counts what comes in. */
const FILTERS = new Set('awk cut gawk grep head rev sed tail tr wc'.split(' '));

/**
 * True where a substitution surely gives one word, or nothing: its program prints such, or prints what `isOneWord` knows to
 * be one, and filters at most make less of it. False where that is not known.
 */
export function printsOneWord(script: ParsedScript | undefined, isOneWord: (word: Word) => boolean): boolean {
  const [statement, ...more] = script?.commands ?? [];
  if (statement === undefined || more.length > 0) return false;
  const { command: node } = statement;
  if (node.type !== 'AndOr') return isOneWordOf(node, isOneWord);
  // Of `nproc || echo 1` the first that works is printed.
  return node.operators.every(operator => operator === '||') && node.commands.every(one => isOneWordOf(one, isOneWord));
}

function isOneWordOf(node: PipelineNode, isOneWord: (word: Word) => boolean): boolean {
  const [first, ...rest] = node.type === 'Pipeline' ? node.commands : [node];
  return first !== undefined && startsWithOne(first, isOneWord) && rest.every(isFilter);
}

function startsWithOne(node: CommandNode, isOneWord: (word: Word) => boolean): boolean {
  const found = programOf(node);
  if (found === undefined) return false;
  const { name, words } = found;
  if (ALWAYS.has(name)) return true;
  if (name === 'echo' || name === 'printf') {
    return words.length <= 2 && words.every(isOneWord);
  }
  const form = Object.hasOwn(SOMETIMES, name) ? SOMETIMES[name] : undefined;
  return form?.test(words.map(({ text }) => text).join(' ')) === true;
}

function isFilter(node: CommandNode): boolean {
  const name = programOf(node)?.name;
  return name !== undefined && FILTERS.has(name);
}

function programOf(node: CommandNode): { readonly name: string; readonly words: readonly Word[] } | undefined {
  if (node.type !== 'Command' || node.name === undefined) return undefined;
  const path = node.name.value;
  return { name: path.slice(path.lastIndexOf('/') + 1), words: wordsOf(node) };
}

function wordsOf({ args }: Command): readonly Word[] {
  return args.flatMap(arg => (arg.type === 'Word' ? [arg] : []));
}
