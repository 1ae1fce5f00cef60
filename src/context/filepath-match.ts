const FAILED = -1;
const MALFORMED = -2;

/**
 * Go's `filepath.Match`: `*`, `?`, classes and escapes, none of which crosses a slash. Undefined for a pattern that Go
 * calls malformed; like Go it notices that only in the parts of the pattern that it comes to look at.
 */
export function filepathMatch(pattern: string, name: string): boolean | undefined {
  let [rest, at] = [pattern, 0];
  while (rest.length > 0) {
    const chunk = scanChunk(rest);
    rest = chunk.rest;
    if (chunk.star && chunk.text === '') return !name.includes('/', at);

    const next = chunkEnd(chunk.text, chunk.star, name, at, rest === '');
    if (next === MALFORMED) return undefined;
    if (next === FAILED) return false;
    at = next;
  }
  return at === name.length;
}

interface Chunk {
  readonly star: boolean;
  readonly text: string;
  readonly rest: string;
}

/** The part of a pattern up to the next star, with the stars before it. */
function scanChunk(pattern: string): Chunk {
  let start = 0;
  while (pattern[start] === '*') start++;
  let inClass = false;
  let end = start;
  for (; end < pattern.length; end++) {
    const char = pattern[end];
    if (char === '\\') end++;
    else if (char === '[') inClass = true;
    else if (char === ']') inClass = false;
    else if (char === '*' && !inClass) break;
  }
  return { star: start > 0, text: pattern.slice(start, end), rest: pattern.slice(end) };
}

/** Where the name goes on after the chunk; the last chunk has to reach the name's end. */
function chunkEnd(chunk: string, star: boolean, name: string, from: number, isLast: boolean): number {
  for (let at = from; ; at++) {
    const end = matchChunk(chunk, name, at);
    if (end === MALFORMED) return MALFORMED;
    if (end !== FAILED && (!isLast || end === name.length)) return end;
    if (!star || at >= name.length || name[at] === '/') return FAILED;
  }
}

function matchChunk(chunk: string, name: string, from: number): number {
  let at = from;
  let failed = false;
  for (let i = 0; i < chunk.length;) {
    failed ||= at >= name.length;
    const char = chunk[i];
    if (char === '[') {
      const seen = matchClass(chunk, i + 1, failed ? -1 : (name.codePointAt(at) ?? -1));
      if (seen === undefined) return MALFORMED;
      at += lengthAt(name, at);
      failed ||= !seen.matched;
      i = seen.end;
      continue;
    }
    if (char === '?') {
      failed ||= name[at] === '/';
      at += lengthAt(name, at);
      i++;
      continue;
    }
    if (char === '\\') i++;
    if (i >= chunk.length) return MALFORMED;
    failed ||= chunk[i] !== name[at];
    at++;
    i++;
  }
  return failed ? FAILED : at;
}

function matchClass(chunk: string, start: number, code: number): { matched: boolean; end: number } | undefined {
  const negated = chunk[start] === '^';
  const first = negated ? start + 1 : start;
  let matched = false;
  for (let i = first; ;) {
    if (chunk[i] === ']' && i > first) return { matched: matched !== negated, end: i + 1 };
    const low = classChar(chunk, i);
    if (low === undefined) return undefined;
    let high = low;
    if (chunk[low.end] === '-') {
      const bound = classChar(chunk, low.end + 1);
      if (bound === undefined) return undefined;
      high = bound;
    }
    matched ||= low.code <= code && code <= high.code;
    i = high.end;
  }
}

/** One character of a class, escaped or not; undefined where the class is not closed after it. */
function classChar(chunk: string, start: number): { code: number; end: number } | undefined {
  const char = chunk[start];
  if (char === undefined || char === '-' || char === ']') return undefined;
  const at = char === '\\' ? start + 1 : start;
  const code = chunk.codePointAt(at);
  const end = at + lengthAt(chunk, at);
  return code === undefined || end >= chunk.length ? undefined : { code, end };
}

function lengthAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}
