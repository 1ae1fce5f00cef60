import type { Dockerfile } from '../dockerfile/model.ts';
import { packageOperations } from '../shell/operations.ts';
import type { Ecosystem } from '../shell/managers/manager.ts';
import type { BuildContext } from './build-context.ts';

/** Something in the context that no build needs. */
export interface Unwanted {
  /** What a person calls it: `.git`, `node_modules`. */
  readonly name: string;
  /** The line of .dockerignore that keeps it out. */
  readonly line: string;
  /** `dependencies` of the host get in the way of those that the image installs. */
  readonly kind: 'history' | 'dependencies' | 'made' | 'editor';
}

interface Folder {
  readonly name: string;
  readonly kind: Unwanted['kind'];
  /** Only where the build installs or makes it by itself. */
  readonly madeBy?: readonly Ecosystem[];
  /** What lies in it; other folders of that name may be source code. */
  readonly holds?: readonly string[];
}

const FOLDERS: readonly Folder[] = [
  { name: '.git', kind: 'history' },
  { name: 'node_modules', kind: 'dependencies', madeBy: ['node'] },
  { name: '.venv', kind: 'dependencies', madeBy: ['python'] },
  { name: 'venv', kind: 'dependencies', madeBy: ['python'], holds: ['pyvenv.cfg'] },
  { name: '.terraform', kind: 'dependencies' },
  { name: '__pycache__', kind: 'made' },
  { name: '.pytest_cache', kind: 'made' },
  { name: '.mypy_cache', kind: 'made' },
  { name: '.ruff_cache', kind: 'made' },
  { name: '.tox', kind: 'made' },
  { name: '.gradle', kind: 'made' },
  { name: '.nyc_output', kind: 'made' },
  {
    name: 'target',
    kind: 'made',
    madeBy: ['rust', 'jvm'],
    holds: ['CACHEDIR.TAG', '.rustc_info.json', 'maven-status'],
  },
  { name: '.idea', kind: 'editor' },
  { name: '.vscode', kind: 'editor' },
];

const BY_NAME = new Map(FOLDERS.map(folder => [folder.name, folder]));

/** What of these files no build needs, each once, in the order of the list above. */
export function unwantedIn(
  dockerfile: Dockerfile,
  context: BuildContext,
  files: readonly string[],
): readonly Unwanted[] {
  const found = foldersIn(files);
  return FOLDERS.flatMap(({ name, kind, madeBy, holds }): Unwanted[] => {
    const paths = found.get(name);
    if (paths === undefined || isNeeded(dockerfile, context, name, madeBy)) return [];
    if (holds !== undefined) return paths.map(path => ({ name: path, kind, line: literalPattern(path) }));
    return [{ name, kind, line: paths.some(path => path !== name) ? `**/${name}` : name }];
  });
}

/** What lies sooner or later in the folder of a build that installs like this one, though none of it is there now: dependencies, and history. */
export function usuallyUnwanted(dockerfile: Dockerfile, context: BuildContext): readonly Unwanted[] {
  const usual = FOLDERS.filter(({ name, kind, madeBy, holds }) => {
    const isMade = kind === 'history' || (kind === 'dependencies' && madeBy !== undefined && holds === undefined);
    return isMade && !isNeeded(dockerfile, context, name, madeBy);
  });
  const isInstalled = usual.some(({ madeBy }) => madeBy !== undefined);
  return isInstalled ? usual.map(({ name, kind }) => ({ name, kind, line: name })) : [];
}

/** Where the folders of the list lie, by their names: the topmost of each kind in a path. */
function foldersIn(files: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  for (const file of files) {
    const parts = file.split('/');
    for (const [index, part] of parts.slice(0, -1).entries()) {
      const folder = BY_NAME.get(part);
      if (folder === undefined) continue;
      const isMeant = folder.holds === undefined || folder.holds.includes(parts[index + 1] ?? '');
      if (!isMeant) continue;
      found.set(part, (found.get(part) ?? new Set()).add(parts.slice(0, index + 1).join('/')));
      break;
    }
  }
  return new Map([...found].map(([name, paths]) => [name, [...paths]]));
}

/** True where the build takes it from the context: copies it by name, asks Git, or makes none of its own. */
function isNeeded(dockerfile: Dockerfile, context: BuildContext, name: string, madeBy?: readonly Ecosystem[]): boolean {
  if (isNamed(dockerfile, name)) return true;
  if (name === '.git') return asksGit(dockerfile, context);
  if (madeBy === undefined) return false;
  const operations = dockerfile.instructions.flatMap(packageOperations);
  return !operations.some(
    ({ manager, action, isFromManifest }) =>
      madeBy.includes(manager.ecosystem) && (isFromManifest || action === 'build'),
  );
}

/** True where a COPY from the context or a mount names it. */
function isNamed({ instructions }: Dockerfile, name: string): boolean {
  return instructions.some(instruction => {
    if (instruction.keyword === 'RUN')
      return instruction.mounts.some(({ source }) => partsOf(source ?? '').includes(name));
    const isCopy = instruction.keyword === 'COPY' || instruction.keyword === 'ADD';
    return (
      isCopy && instruction.from === undefined && instruction.sources.some(({ text }) => partsOf(text).includes(name))
    );
  });
}

function partsOf(path: string): readonly string[] {
  return path.split('/');
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

/** A path as a pattern of an ignore file that matches it alone. */
export function literalPattern(path: string): string {
  return path.replaceAll(/[\\*?[\]]/g, String.raw`\$&`).replace(/^[!#]/, String.raw`\$&`);
}
