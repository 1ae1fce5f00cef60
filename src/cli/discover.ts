import { readdirSync, statSync, type Dirent } from 'node:fs';
import { basename, dirname, join, normalize, resolve } from 'node:path';
import type { FileBuild } from './build-files.ts';
import type { Failure } from '../reporters/report.ts';
import { failure, reasonOf } from './failure.ts';
import { isIgnored, layersAbove, layersAt, toPosix, withLayer, type IgnoreLayers } from './gitignore.ts';

/** A file to lint. */
export interface Target {
  /** As the user knows it: as given, or relative to the folder of the run; with `/`. */
  readonly path: string;
  /** True where the user named it, and did not just name a folder or a pattern that it is under. */
  readonly named: boolean;
  /** How a compose or bake file builds it, where one led here. */
  readonly build?: FileBuild;
}

export interface Discovery {
  readonly targets: readonly Target[];
  readonly failures: readonly Failure[];
  /** Folders that were searched in vain. */
  readonly empty: readonly string[];
  /** Folders that a search came across and could not look into, each with the reason. */
  readonly closed: readonly Failure[];
}

const NAMES = [/^Dockerfile(?:\..+)?$/, /^dockerfile$/, /.\.[Dd]ockerfile$/, /^Containerfile/, /.\.[Cc]ontainerfile$/];

/** Names that look like Dockerfiles and are none: ignore files, templates, what editors leave behind. */
const OTHERS =
  /\.(?:dockerignore|containerignore|j2|jinja2?|tmpl|tpl|template|erb|mustache|hbs|md|swp|orig|rej|bak)$|~$/i;

const NEVER = new Set(['node_modules', '.git']);

export function isDockerfileName(name: string): boolean {
  return NAMES.some(form => form.test(name)) && !OTHERS.test(name);
}

/** The files that the arguments stand for: files as they are, folders and globs searched as `.gitignore` allows. */
export async function discover(args: readonly string[]): Promise<Discovery> {
  const found = new Map<string, Target>();
  const failures: Failure[] = [];
  const empty: string[] = [];
  const closed: Failure[] = [];
  for (const arg of args) {
    if (arg === '') throw failure('one of the paths is empty: is a variable of your shell unset?');
    const path = toPosix(normalize(arg));
    const kind = kindOf(path);
    if (kind === 'file') {
      const targets = isBuildFile(path) ? await builtTargets(path) : [{ path, named: true }];
      for (const target of targets) found.set(target.path, target);
      if (targets.length === 0) empty.push(arg);
      continue;
    }
    const glob = kind === 'folder' ? undefined : path;
    if (glob !== undefined && !isGlob(glob)) {
      failures.push({ path: arg, message: kind });
      continue;
    }
    const paths = glob === undefined ? await search(path, isDockerfileName, closed) : await searchGlob(glob);
    for (const one of paths) if (!found.has(one)) found.set(one, { path: one, named: false });
    if (paths.length > 0) continue;
    if (glob === undefined) empty.push(arg);
    else failures.push({ path: arg, message: 'no file matches' });
  }
  return { targets: [...found.values()], failures, empty, closed };
}

/** The Dockerfiles that a compose or bake file leads to. */
async function builtTargets(path: string): Promise<Target[]> {
  const { buildsIn } = await import('./build-files.ts');
  return Array.from(buildsIn(path), ([dockerfile, build]) => ({ path: dockerfile, named: true, build }));
}

function isBuildFile(path: string): boolean {
  return /\.(?:ya?ml|hcl|json)$/i.test(path) && !isDockerfileName(basename(path));
}

/** `file` or `folder`, or why it is neither. */
function kindOf(path: string): string {
  try {
    return statSync(path).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    return reasonOf(error);
  }
}

function isGlob(path: string): boolean {
  return /[*?[\]{}]/.test(path);
}

/** The files that a glob matches and no `.gitignore` keeps out. The reader of globs is loaded once there is one. */
async function searchGlob(glob: string): Promise<string[]> {
  const { default: fastGlob } = await import('fast-glob');
  const ignore = [...NEVER].map(name => `**/${name}/**`);
  const paths = await fastGlob(glob, { dot: true, followSymbolicLinks: false, ignore, suppressErrors: true });
  const kept: string[] = [];
  for (const path of paths.toSorted()) {
    if (!isIgnored(await layersAt(resolve(dirname(path))), resolve(path), false)) kept.push(path);
  }
  return kept;
}

/** The files below a folder whose names are wanted, by name; links to folders are not followed. */
async function search(root: string, wants: (name: string) => boolean, closed: Failure[]): Promise<string[]> {
  const found: string[] = [];
  const visit = async (folder: string, above: IgnoreLayers): Promise<void> => {
    const entries = entriesOf(folder, closed);
    const layers = entries.some(({ name }) => name === '.gitignore') ? await withLayer(above, resolve(folder)) : above;
    for (const entry of entries) {
      const path = toPosix(join(folder, entry.name));
      const isFolder = entry.isDirectory();
      if (isFolder ? NEVER.has(entry.name) : !wants(entry.name)) continue;
      if (isIgnored(layers, resolve(path), isFolder)) continue;
      if (isFolder) await visit(path, layers);
      else if (entry.isFile() || (entry.isSymbolicLink() && kindOf(path) === 'file')) found.push(path);
    }
  };
  await visit(root, await layersAbove(resolve(root)));
  return found;
}

/** By name, files before the folders beside them; none where the folder cannot be read. */
function entriesOf(folder: string, closed: Failure[]): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).toSorted(
      (a, b) => Number(a.isDirectory()) - Number(b.isDirectory()) || (a.name < b.name ? -1 : 1),
    );
  } catch (error) {
    closed.push({ path: folder, message: reasonOf(error) });
    return [];
  }
}
