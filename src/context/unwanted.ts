import type { Dockerfile } from '../dockerfile/model.ts';
import { packageOperations } from '../shell/operations.ts';
import type { Ecosystem } from '../shell/managers/manager.ts';
import type { BuildContext } from './build-context.ts';
import { secretFileAt } from './secret-files.ts';

/** Something in the context that no build needs. */
export interface Unwanted {
  /** What a person calls it: `.git`, `node_modules`. */
  readonly name: string;
  /** The line of .dockerignore that keeps it out. */
  readonly line: string;
  /** `dependencies` of the host get in the way of those that the image installs. */
  readonly kind: 'history' | 'dependencies' | 'made' | 'secret' | 'editor';
}

interface Folder {
  readonly name: string;
  readonly kind: Unwanted['kind'];
  /** Only where the build installs or makes it by itself. */
  readonly madeBy?: readonly Ecosystem[];
}

const FOLDERS: readonly Folder[] = [
  { name: '.git', kind: 'history' },
  { name: 'node_modules', kind: 'dependencies', madeBy: ['node'] },
  { name: '.venv', kind: 'dependencies', madeBy: ['python'] },
  { name: 'venv', kind: 'dependencies', madeBy: ['python'] },
  { name: '.terraform', kind: 'dependencies' },
  { name: '__pycache__', kind: 'made' },
  { name: '.pytest_cache', kind: 'made' },
  { name: '.mypy_cache', kind: 'made' },
  { name: '.ruff_cache', kind: 'made' },
  { name: '.tox', kind: 'made' },
  { name: '.gradle', kind: 'made' },
  { name: '.nyc_output', kind: 'made' },
  { name: 'target', kind: 'made', madeBy: ['rust', 'jvm'] },
  { name: '.idea', kind: 'editor' },
  { name: '.vscode', kind: 'editor' },
];

/** What of these files no build needs, each once, in the order of the list above; secrets last. */
export function unwantedIn(
  dockerfile: Dockerfile,
  context: BuildContext,
  files: readonly string[],
): readonly Unwanted[] {
  const folders = new Map<string, boolean>();
  for (const file of files) {
    const parts = file.split('/');
    for (const [index, part] of parts.slice(0, -1).entries())
      folders.set(part, folders.get(part) === true || index > 0);
  }
  const found = FOLDERS.flatMap(({ name, kind, madeBy }): Unwanted[] => {
    const isNested = folders.get(name);
    if (isNested === undefined || isNeeded(dockerfile, context, name, madeBy)) return [];
    return [{ name, kind, line: isNested ? `**/${name}` : name }];
  });
  const secrets = files.flatMap((file): Unwanted[] =>
    secretFileAt(file, path => context.read(path)) === undefined
      ? []
      : [{ name: file, kind: 'secret', line: literalPattern(file) }],
  );
  return [...found, ...secrets];
}

/** True where the build takes it from the context: copies it by name, asks Git, or makes none of its own. */
function isNeeded(dockerfile: Dockerfile, context: BuildContext, name: string, madeBy?: readonly Ecosystem[]): boolean {
  if (name === '.git') return asksGit(dockerfile, context);
  const isNamed = dockerfile.instructions.some(
    ({ keyword, body, inOnbuild }) =>
      (keyword === 'COPY' || keyword === 'ADD') && !inOnbuild && body.text.split(/[\s"'/,[\]]+/).includes(name),
  );
  if (isNamed) return true;
  if (madeBy === undefined) return false;
  const operations = dockerfile.instructions.flatMap(packageOperations);
  return !operations.some(
    ({ manager, action, isFromManifest }) =>
      madeBy.includes(manager.ecosystem) && (isFromManifest || action === 'build'),
  );
}

const VERSIONING = [
  'Cargo.toml',
  'build.rs',
  'build.gradle',
  'build.gradle.kts',
  'pom.xml',
  'package.json',
  'setup.py',
  'setup.cfg',
  'pyproject.toml',
  'Makefile',
];

/** True where a step, or a plugin of the build, may read the history. */
function asksGit({ instructions }: Dockerfile, context: BuildContext): boolean {
  const isRun = instructions.some(
    ({ keyword, body, heredocs }) =>
      keyword === 'RUN' &&
      [body, ...heredocs.map(heredoc => heredoc.body)].some(({ text }) =>
        /\bgit\b|\.git\b|-buildvcs|\bmake\b|\.sh\b/.test(text),
      ),
  );
  const texts = VERSIONING.map(path => context.read(path) ?? '').join('\n');
  return (
    isRun ||
    /\bgit[ -](?:describe|rev-parse|log|version|commit)|vergen|gitversion|setuptools[_-]scm|hatch-vcs|versioneer|dunamai|GITHUB_SHA/i.test(
      texts,
    )
  );
}

/** A path as a pattern that matches it alone. */
export function literalPattern(path: string): string {
  return path.replaceAll(/[\\*?[\]]/g, String.raw`\$&`).replace(/^[!#]/, String.raw`\$&`);
}
