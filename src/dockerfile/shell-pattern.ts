/** What `${name#pattern}` and its kin match: `*`, `?` and characters; brackets have no meaning to BuildKit. */
export type ShellPattern = readonly Segment[];

/** Characters between two `*`; undefined is `?`. */
type Segment = readonly (string | undefined)[];

// Bounds the work of one match on hostile text; real values are a few dozen characters long.
const MAX_WORK = 10_000;

/** Undefined where an escape in it is one that BuildKit rejects. */
export function parsePattern(text: string): ShellPattern | undefined {
  const segments: (string | undefined)[][] = [];
  let segment: (string | undefined)[] = [];
  const characters = Array.from(text);
  for (let at = 0; at < characters.length; at++) {
    const character = characters[at];
    if (character === '*') {
      segments.push(segment);
      segment = [];
    } else if (character === '?') {
      segment.push(undefined);
    } else if (character !== '\\') {
      segment.push(character);
    } else {
      at++;
      const escaped = characters[at];
      if (escaped === undefined || !'*?\\}/'.includes(escaped)) return undefined;
      segment.push(escaped);
    }
  }
  return [...segments, segment];
}

/** `#` and `##`: the value without the shortest or longest start that matches; undefined where it is too long to try. */
export function trimStart(value: string, pattern: ShellPattern, longest: boolean): string | undefined {
  if (isTooMuch(value, pattern)) return undefined;
  const characters = Array.from(value);
  const end = matchAt(characters, 0, pattern, longest);
  return end === undefined ? value : characters.slice(end).join('');
}

/** `%` and `%%`, by a pattern read backwards. */
export function trimEnd(value: string, backwards: ShellPattern, longest: boolean): string | undefined {
  const rest = trimStart(reversed(value), backwards, longest);
  return rest === undefined ? undefined : reversed(rest);
}

/** The pattern text from its end to its start, each escape before what it escapes. */
export function reversePattern(text: string): string {
  return Array.from(text.matchAll(/\\[^]|[^]/gu), ([part]) => part)
    .toReversed()
    .join('');
}

function reversed(text: string): string {
  return Array.from(text).toReversed().join('');
}

/** `/`: the first, longest match replaced. */
export function replaceFirst(value: string, pattern: ShellPattern, replacement: string): string | undefined {
  if (isTooMuch(value, pattern)) return undefined;
  const characters = Array.from(value);
  const match = findMatch(characters, 0, pattern);
  if (match === undefined) return value;
  return characters.slice(0, match[0]).join('') + replacement + characters.slice(match[1]).join('');
}

/** `//`: every match replaced; an empty one right behind another is none, and `$` in the replacement is Go's template sign. */
export function replaceAll(value: string, pattern: ShellPattern, replacement: string): string | undefined {
  if (isTooMuch(value, pattern)) return undefined;
  const characters = Array.from(value);
  const pieces: string[] = [];
  let copied = 0;
  for (let at = 0; at <= characters.length;) {
    const match = findMatch(characters, at, pattern);
    if (match === undefined) break;
    const [start, end] = match;
    pieces.push(characters.slice(copied, start).join(''));
    if (end > copied || start === 0) pieces.push(fillTemplate(replacement, characters.slice(start, end).join('')));
    copied = end;
    at = Math.max(at + 1, end);
  }
  return pieces.join('') + characters.slice(copied).join('');
}

// BuildKit hands the replacement to regexp.ReplaceAllString: https://pkg.go.dev/regexp#Regexp.Expand
function fillTemplate(template: string, match: string): string {
  return template.replace(/\$(?:\$|\{(\w+)\}|(\w+))/g, (sign: string, braced?: string, bare?: string) => {
    if (sign === '$$') return '$';
    return (braced ?? bare) === '0' ? match : '';
  });
}

// Go's `.` matches no line feed; a value with one comes from a --build-arg only and stays unknown.
function isTooMuch(value: string, pattern: ShellPattern): boolean {
  const size = pattern.reduce((sum, segment) => sum + segment.length + 1, 0);
  return value.length * size > MAX_WORK || value.includes('\n');
}

/** The leftmost match and the longest there. Where the rest fails behind the first place for the start, it fails behind all. */
function findMatch(characters: readonly string[], from: number, pattern: ShellPattern): [number, number] | undefined {
  const start = find(characters, from, pattern[0] ?? []);
  const end = start === undefined ? undefined : matchAt(characters, start, pattern, true);
  return start === undefined || end === undefined ? undefined : [start, end];
}

/** Where a match that begins at `start` ends. */
function matchAt(
  characters: readonly string[],
  start: number,
  pattern: ShellPattern,
  longest: boolean,
): number | undefined {
  const [first = [], ...others] = pattern;
  if (!fits(characters, start, first)) return undefined;
  let at = start + first.length;
  for (const [index, segment] of others.entries()) {
    const seek = longest && index === others.length - 1 ? findLast : find;
    const found = seek(characters, at, segment);
    if (found === undefined) return undefined;
    at = found + segment.length;
  }
  return at;
}

function find(characters: readonly string[], from: number, segment: Segment): number | undefined {
  for (let at = from; at + segment.length <= characters.length; at++) {
    if (fits(characters, at, segment)) return at;
  }
  return undefined;
}

function findLast(characters: readonly string[], from: number, segment: Segment): number | undefined {
  for (let at = characters.length - segment.length; at >= from; at--) {
    if (fits(characters, at, segment)) return at;
  }
  return undefined;
}

function fits(characters: readonly string[], at: number, segment: Segment): boolean {
  if (at + segment.length > characters.length) return false;
  return segment.every((character, index) => character === undefined || character === characters[at + index]);
}
