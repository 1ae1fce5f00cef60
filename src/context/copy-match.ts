import type { BuildContext } from './build-context.ts';
import { cleanPath, contextPath } from './clean-path.ts';
import { parseDockerignore } from './dockerignore.ts';
import { filepathMatch } from './filepath-match.ts';

/**
 * The files that a source of COPY or ADD selects, as BuildKit does: a name, a folder with all below it, or wildcards,
 * each of which stays within one level, and where the wildcard ends at a folder, all below that. Files that
 * .dockerignore keeps out are not among them. `--exclude` patterns count from the folder that is copied.
 */
export function matchSources(
  context: BuildContext,
  source: string,
  exclude: readonly string[] = [],
): readonly string[] {
  const pattern = rootedPath(source);
  if (pattern === '') return excluding(context.files(), '', exclude);
  const { literal, wild } = splitWildcards(pattern);
  if (wild === '') return below(context, literal, exclude);

  const roots = new Set<string>();
  const prefix = literal === '' ? '' : `${literal}/`;
  for (const file of context.files()) {
    if (file.startsWith(prefix)) {
      const matched = firstMatch(wild, file.slice(prefix.length));
      if (matched !== undefined) roots.add(prefix + matched);
    }
  }
  return [...roots].flatMap(root => below(context, root, exclude));
}

/** True where a source climbs over the context's root; BuildKit reads it as if it began there. */
export function escapesContext(source: string): boolean {
  return contextPath(source) === undefined;
}

/** True where a source has wildcards, so that finding nothing is no error. */
export function hasWildcards(source: string): boolean {
  return /(?:^|[^\\])(?:\\\\)*[*?[]/.test(source);
}

function rootedPath(source: string): string {
  return cleanPath(`/${source}`).slice(1);
}

/** The folder before the first part with wildcards, and the rest. */
function splitWildcards(pattern: string): { readonly literal: string; readonly wild: string } {
  const parts = pattern.split('/');
  const first = parts.findIndex(hasWildcards);
  if (first === -1) return { literal: pattern, wild: '' };
  return { literal: parts.slice(0, first).join('/'), wild: parts.slice(first).join('/') };
}

/** The topmost of a file's path and the folders above it that the pattern matches. */
function firstMatch(pattern: string, path: string): string | undefined {
  const depth = pattern.split('/').length;
  const parts = path.split('/');
  for (let length = 1; length <= parts.length; length++) {
    // A class or an escape may hold a slash, so every depth is tried where there is one.
    if (length !== depth && !/[[\\]/.test(pattern)) continue;
    const candidate = parts.slice(0, length).join('/');
    if (filepathMatch(pattern, candidate) === true) return candidate;
  }
  return undefined;
}

function below(context: BuildContext, path: string, exclude: readonly string[]): readonly string[] {
  const kind = context.stat(path)?.kind;
  if (kind !== 'folder') return kind === undefined || context.ignores(path) ? [] : [path];
  const prefix = `${path}/`;
  const inside = context.files().filter(file => file.startsWith(prefix));
  // A link to a folder is listed as one file.
  return inside.length > 0 || context.ignores(path)
    ? excluding(inside, prefix, exclude)
    : context.files().filter(file => file === path);
}

function excluding(files: readonly string[], prefix: string, exclude: readonly string[]): readonly string[] {
  if (exclude.length === 0) return files;
  const { ignores } = parseDockerignore(exclude.join('\n'));
  return files.filter(file => !ignores(file.slice(prefix.length)));
}
