import { linesOf } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { cleanPath, contextPath, folderOf } from './clean-path.ts';
import { filepathMatch } from './filepath-match.ts';
import { ignoreMatcher } from './ignore-pattern.ts';

/** One pattern line of an ignore file. */
export interface IgnorePattern {
  /** From 1. */
  readonly line: number;
  /** The pattern in the file, `!` included, white space around it not. */
  readonly span: Span;
  /** As it is matched: clean, without `!` and leading slash. */
  readonly text: string;
  /** True for a `!` line, which lets in again. */
  readonly negated: boolean;
  /** Why BuildKit refuses the whole file because of this line. */
  readonly problem: string | undefined;
  /** True where the pattern by itself matches this very path, whatever other lines say. */
  readonly matches: (path: string) => boolean;
}

export interface Ignore {
  readonly patterns: readonly IgnorePattern[];
  readonly ignores: (path: string) => boolean;
  /** The line that settles a path: the last that turned the answer; undefined where none matches. */
  readonly decidedBy: (path: string) => IgnorePattern | undefined;
  /** False where nothing in a folder can get into the build, so that it need not be walked. */
  readonly mayHoldIncluded: (folder: string) => boolean;
}

/** Reads an ignore file as BuildKit does; lines that it would refuse are kept with their `problem` and match nothing. */
export function parseDockerignore(text: string): Ignore {
  const patterns = patternsOf(text);
  const decide = decider(patterns);

  return {
    patterns,
    ignores: path => isIgnoring(patterns[decide(path)]),
    decidedBy: path => patterns[decide(path)],
    mayHoldIncluded(folder) {
      const decisive = decide(folder);
      if (!isIgnoring(patterns[decisive])) return true;
      const path = contextPath(folder) ?? '';
      return patterns.slice(decisive + 1).some(pattern => pattern.negated && mayMatchInside(pattern.text, path));
    },
  };
}

function isIgnoring(pattern: IgnorePattern | undefined): boolean {
  return pattern !== undefined && !pattern.negated;
}

const BOM = '\uFEFF';

function patternsOf(text: string): IgnorePattern[] {
  const lines = linesOf(text);
  const patterns: IgnorePattern[] = [];
  for (let line = 1; line <= lines.count; line++) {
    const start = lines.start(line) + (line === 1 && text.startsWith(BOM) ? 1 : 0);
    if (text[start] === '#') continue;
    const span = trimmedSpan(text, [start, lines.end(line)]);
    const read = text.slice(span[0], span[1]);
    const cleaned = cleanedTwice(read);
    if (cleaned !== '') patterns.push(patternOf(cleaned, span, line));
  }
  return patterns;
}

/** BuildKit's reader of the file cleans a line without its `!`; the matcher trims and cleans it again, `!` included. */
function cleanedTwice(line: string): string {
  const mark = line.startsWith('!') ? '!' : '';
  const body = trimmed(line.slice(mark.length));
  const once = trimmed(mark + (body === '' ? '' : withoutRoot(cleanPath(body))));
  return once === '' ? '' : cleanPath(once);
}

function withoutRoot(path: string): string {
  return path.length > 1 && path.startsWith('/') ? path.slice(1) : path;
}

function patternOf(cleaned: string, span: Span, line: number): IgnorePattern {
  const negated = cleaned.startsWith('!');
  const text = negated ? cleaned.slice(1) : cleaned;
  const matcher = ignoreMatcher(text);
  const problem = problemOf(text, matcher !== undefined);
  const matches = matcher !== undefined && problem === undefined ? matcher : () => false;
  return { line, span, text, negated, problem, matches };
}

function problemOf(pattern: string, compiles: boolean): string | undefined {
  if (pattern === '') return 'a `!` needs a pattern after it';
  if (filepathMatch(pattern, '.') === undefined || !compiles) return `\`${pattern}\` is not a well-formed pattern`;
  return undefined;
}

/** What Go counts as white space; JavaScript's `trim` takes the BOM too, and leaves U+0085. */
const SPACE = /[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;

function trimmedSpan(text: string, [from, to]: Span): Span {
  let [start, end] = [from, to];
  while (start < end && SPACE.test(text[start] ?? '')) start++;
  while (end > start && SPACE.test(text[end - 1] ?? '')) end--;
  return [start, end];
}

function trimmed(text: string): string {
  return text.slice(...trimmedSpan(text, [0, text.length]));
}

/** What is known of a folder: which patterns its own path or one above it matched, and which of them decides. */
interface Verdict {
  readonly matched: Uint8Array;
  /** Index of the pattern, -1 where none. */
  readonly decisive: number;
}

/**
 * The index of the pattern that decides a path. As when BuildKit walks the context, a path inherits what its folders
 * matched, and a line that cannot turn the answer is not tried.
 */
function decider(patterns: readonly IgnorePattern[]): (path: string) => number {
  const root: Verdict = { matched: new Uint8Array(patterns.length), decisive: -1 };
  const folders = new Map<string, Verdict>([['', root]]);

  const verdictOf = (folder: string): Verdict => {
    const unknown: string[] = [];
    let known = folder;
    for (; !folders.has(known); known = folderOf(known)) unknown.push(known);
    let verdict = folders.get(known) ?? root;
    for (const path of unknown.toReversed()) {
      verdict = judge(patterns, path, verdict);
      folders.set(path, verdict);
    }
    return verdict;
  };

  return path => {
    const clean = contextPath(path);
    if (clean === undefined || clean === '') return -1;
    return (folders.get(clean) ?? judge(patterns, clean, verdictOf(folderOf(clean)))).decisive;
  };
}

function judge(patterns: readonly IgnorePattern[], path: string, above: Verdict): Verdict {
  const matched = new Uint8Array(patterns.length);
  let decisive = -1;
  let ignored = false;
  for (const [index, pattern] of patterns.entries()) {
    const inherited = above.matched[index] === 1;
    if (!inherited && (pattern.negated !== ignored || !pattern.matches(path))) continue;
    matched[index] = 1;
    if (ignored === pattern.negated) decisive = index;
    ignored = !pattern.negated;
  }
  return { matched, decisive };
}

/** True unless no path inside the folder can match: literal parts must agree, and the pattern must reach deeper. */
function mayMatchInside(pattern: string, folder: string): boolean {
  const parts = folder.split('/');
  const wanted = pattern.split('/');
  if (/\||\{\d/.test(pattern)) return true;
  for (const [index, part] of wanted.entries()) {
    // `**`, a class and an escape may match a slash: from there on anything goes.
    if (/\*\*|[[\]\\^]/.test(part)) return true;
    if (index >= parts.length) return true;
    if (!/[*?]/.test(part) && part !== parts[index]) return false;
  }
  return false;
}
