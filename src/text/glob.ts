const MOST_ALTERNATIVES = 256;

/**
 * True where a path (with `/`) matches a glob: `*`, `?`, `[a-z]`, `{a,b}`, and `**` for any folders. A glob without `/` matches
 * the last part of a path, one that ends in `/` everything below.
 */
export function matchesGlob(glob: string, path: string): boolean {
  const below = glob.endsWith('/') ? `${glob}**` : glob;
  return matchesWhole(below.includes('/') ? below.replace(/^\.?\//, '') : `**/${below}`, path.replace(/^\.\//, ''));
}

/** True where a glob matches the whole of a name, part by part: `ghcr.io/acme/*`. */
export function matchesWhole(glob: string, name: string): boolean {
  const parts = name.split('/');
  return alternatives(glob).some(pattern => matchParts(pattern.split('/'), parts));
}

/** The globs that braces stand for. */
function alternatives(glob: string): string[] {
  let done = [''];
  let rest = glob;
  for (;;) {
    const found = /\{([^{}]*)\}/.exec(rest);
    if (!found || done.length > MOST_ALTERNATIVES) return done.map(head => head + rest);
    const choices = (found[1] ?? '').split(',');
    done = done.flatMap(head => choices.map(choice => head + rest.slice(0, found.index) + choice));
    rest = rest.slice(found.index + found[0].length);
  }
}

/** Matches part by part; `reached` holds how many parts of the glob may be used up before the path's next part. */
function matchParts(glob: readonly string[], path: readonly string[]): boolean {
  let reached = skipFolders(glob, new Set([0]));
  for (const part of path) {
    const next = new Set<number>();
    for (const at of reached) {
      const pattern = glob[at];
      if (pattern === '**') next.add(at);
      else if (pattern !== undefined && matchPart(pattern, part)) next.add(at + 1);
    }
    reached = skipFolders(glob, next);
  }
  return reached.has(glob.length);
}

/** `**` may stand for no folder at all. */
function skipFolders(glob: readonly string[], reached: Set<number>): Set<number> {
  for (const at of reached) if (glob[at] === '**') reached.add(at + 1);
  return reached;
}

/** Matches one part; on a mismatch the last `*` takes one more character, so the time is at most pattern times text. */
function matchPart(pattern: string, text: string): boolean {
  const tokens = pattern.match(/\[[!^]?[^\]]+\]|[^]/g) ?? [];
  let token = 0;
  let at = 0;
  let star: { token: number; at: number } | undefined;
  while (at < text.length) {
    if (tokens[token] === '*') {
      star = { token: ++token, at };
    } else if (matchCharacter(tokens[token], text[at] ?? '')) {
      token++;
      at++;
    } else if (star) {
      star.at++;
      ({ token, at } = star);
    } else {
      return false;
    }
  }
  while (tokens[token] === '*') token++;
  return token === tokens.length;
}

function matchCharacter(token: string | undefined, character: string): boolean {
  if (token === undefined || token.length < 2) return token === '?' || token === character;
  const inverted = /^\[[!^]/.test(token);
  const set = token.slice(inverted ? 2 : 1, -1);
  const within = Array.from(set.matchAll(/([^])-([^])|([^])/g)).some(([, from, to, single]) =>
    single === undefined ? (from ?? '') <= character && character <= (to ?? '') : single === character,
  );
  return within !== inverted;
}
