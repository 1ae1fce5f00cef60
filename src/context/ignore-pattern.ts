import { linearRegex } from './linear-regex.ts';

type Matcher = (path: string) => boolean;

type Shape = 'exact' | 'prefix' | 'suffix' | 'expression';

interface Translation {
  readonly shape: Shape;
  /** RE2 source, for a pattern of no simpler shape. */
  readonly source: string;
}

/**
 * How one cleaned ignore pattern matches a path, as moby/patternmatcher does it: `**` crosses slashes, and a pattern
 * without wildcards, `x**`, or `**x` is compared as text. Undefined for a pattern that makes BuildKit fail.
 */
export function ignoreMatcher(pattern: string): Matcher | undefined {
  const { shape, source } = translate(pattern);
  if (shape === 'exact') return path => path === pattern;
  if (shape === 'prefix') return path => path.startsWith(pattern.slice(0, -2));
  if (shape === 'suffix') return suffixMatcher(pattern.slice(2));
  const search = linearRegex(`^${source}$`);
  return search && after(fixedEnds(pattern), search);
}

/** Most paths fail on the plain text that a pattern begins or ends with, which is far quicker to see. */
function after({ head, tail }: Ends, search: Matcher): Matcher {
  return path => path.startsWith(head) && path.endsWith(tail) && search(path);
}

interface Ends {
  readonly head: string;
  readonly tail: string;
}

function fixedEnds(pattern: string): Ends {
  if (/[\\|{^]/.test(pattern)) return { head: '', tail: '' };
  const [head = '', ...parts] = pattern.split(/[*?[\]]/);
  return { head, tail: parts.at(-1)?.replace(/^\//, '') ?? '' };
}

function suffixMatcher(suffix: string): Matcher {
  return path => path.endsWith(suffix) || (suffix.startsWith('/') && path === suffix.slice(1));
}

// Of `|`, `{` and `}` patternmatcher means to do the same, but its bit table has no room for them.
const ESCAPED = /[.+()$]/;

function translate(pattern: string): Translation {
  let shape: Shape = 'exact';
  let source = '';
  for (let at = 0; at < pattern.length; at++) {
    const char = pattern[at] ?? '';
    if (char === '*' && pattern[at + 1] === '*') {
      const isFirst = at === 0;
      at += pattern[at + 2] === '/' ? 2 : 1;
      const isLast = at + 1 >= pattern.length;
      source += isLast ? '.*' : '(.*/)?';
      shape = isLast && shape === 'exact' ? 'prefix' : 'expression';
      if (isFirst) shape = 'suffix';
    } else if (char === '*' || char === '?') {
      source += char === '*' ? '[^/]*' : '[^/]';
      shape = 'expression';
    } else if (char === '\\') {
      const escaped = String.fromCodePoint(pattern.codePointAt(at + 1) ?? 0);
      source += at + 1 < pattern.length ? `\\${escaped}` : '\\';
      if (at + 1 < pattern.length) shape = 'expression';
      at += escaped.length;
    } else {
      if (char === '[' || char === ']') shape = 'expression';
      source += ESCAPED.test(char) ? `\\${char}` : char;
    }
  }
  return { shape, source };
}
