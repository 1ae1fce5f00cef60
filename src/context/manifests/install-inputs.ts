import type { BuildContext } from '../build-context.ts';
import { folderOf, joinPath } from '../clean-path.ts';
import { readCargoToml } from './cargo.ts';
import { readComposer } from './composer.ts';
import { readDotnetProject, readSolution } from './dotnet.ts';
import type { Ecosystem } from './ecosystem.ts';
import { readGemfile } from './gemfile.ts';
import { readGoMod, readGoWork } from './go-mod.ts';
import { memberFolders } from './members.ts';
import { readMixProject } from './mix.ts';
import { pnpmWorkspaces } from './node-config.ts';
import { filesByFolder, isIncluded, manifestsIn } from './overview.ts';
import { readPackageJson } from './package-json.ts';
import { readPom } from './pom.ts';
import { readPipfile } from './python-lock.ts';
import { readPyProject } from './pyproject.ts';
import { requirementsClosure } from './requirements.ts';

/** What has to be in the image before dependencies can be installed, besides the sources that they do not need. */
export interface InstallInputs {
  /** Files and folders, from the context's root, in one stable order: manifests, locks and all that they point to. */
  readonly files: readonly string[];
  /** What they point to and the build cannot copy: not there, ignored, or outside of the context. */
  readonly missing: readonly string[];
  /** Local projects that are built with the dependencies: their sources are wanted whole. */
  readonly localProjects: readonly string[];
}

interface Pointers {
  readonly files: readonly string[];
  readonly projects: readonly string[];
  readonly outside: readonly string[];
}

/** Undefined where the folder holds no manifest of the ecosystem. */
export function installInputs(context: BuildContext, folder: string, ecosystem: Ecosystem): InstallInputs | undefined {
  const own = manifestsIn(context, folder).find(found => found.ecosystem === ecosystem);
  if (own === undefined) return undefined;
  const { files, projects, outside } = pointers(context, folder, ecosystem, own.manifests);
  const all = [...new Set([...own.manifests, ...own.locks, ...own.inputs, ...files])];
  return {
    files: all.filter(path => isIncluded(context, path)).toSorted(),
    missing: [...all, ...projects].filter(path => !isIncluded(context, path)).concat(outside),
    localProjects: [...new Set(projects)].filter(path => isIncluded(context, path)).toSorted(),
  };
}

type Follow = (context: BuildContext, folder: string, manifests: readonly string[]) => Partial<Pointers>;

const FOLLOW: Readonly<Partial<Record<Ecosystem, Follow>>> = {
  python: pythonPointers,
  node: nodePointers,
  go: goPointers,
  rust: rustPointers,
  java: javaPointers,
  dotnet: dotnetPointers,
  ruby: rubyPointers,
  php: (context, _, manifests) => ({
    projects: manifests.flatMap(path => readComposer(context, path)?.localPaths ?? []),
  }),
  elixir: (context, _, manifests) => ({
    projects: manifests.flatMap(path => readMixProject(context, path)?.localPaths ?? []),
  }),
};

function pointers(context: BuildContext, folder: string, ecosystem: Ecosystem, manifests: readonly string[]): Pointers {
  return { files: [], projects: [], outside: [], ...FOLLOW[ecosystem]?.(context, folder, manifests) };
}

function pythonPointers(context: BuildContext, folder: string, manifests: readonly string[]): Partial<Pointers> {
  const requirements = manifests
    .filter(path => /\.(?:txt|in)$/.test(path))
    .map(path => requirementsClosure(context, path));
  const read = requirements.flatMap(({ files }) => files);
  const project = manifests.flatMap(path => (path.endsWith('.toml') ? (readPyProject(context, path) ?? []) : []));
  const fromProject = project.flatMap(({ requirementFiles }) => requirementFiles);
  return {
    files: [
      ...read.map(({ path }) => path),
      ...requirements.flatMap(({ missing }) => missing),
      ...project.flatMap(({ buildFiles }) => buildFiles),
      ...fromProject,
    ],
    projects: [
      ...read.flatMap(file => file.requirements.flatMap(({ path }) => path ?? [])),
      ...project.flatMap(({ localPaths, workspaceMembers }) => [
        ...localPaths,
        ...memberFolders(context, folder, workspaceMembers, 'pyproject.toml'),
      ]),
      ...(readPipfile(context, folder)?.localPaths ?? []),
    ],
    outside: read
      .filter(({ leavesContext }) => leavesContext)
      .map(({ path }) => `${path}: a path outside of the context`),
  };
}

function nodePointers(context: BuildContext, folder: string, [path = '']: readonly string[]): Partial<Pointers> {
  const manifest = readPackageJson(context, path);
  if (manifest === undefined) return {};
  const globs = [...manifest.workspaces, ...pnpmWorkspaces(context, folder)];
  const members = memberFolders(context, folder, globs, 'package.json');
  const { dependencies, devDependencies, optionalDependencies } = manifest;
  const targets = [...dependencies.values(), ...devDependencies.values(), ...optionalDependencies.values()]
    .flatMap(range => /^(?:file|link|portal):(.*)$/.exec(range)?.[1] ?? [])
    .map(target => (target.startsWith('/') ? undefined : joinPath(folder, target)));
  return {
    files: [
      ...members.map(member => `${member}/package.json`),
      ...manifest.patches.flatMap(patch => joinPath(folder, patch) ?? []),
    ],
    projects: targets.filter(target => target !== undefined),
    outside: targets.includes(undefined) ? [`${path}: a path outside of the context`] : [],
  };
}

function goPointers(context: BuildContext, folder: string, [path = '']: readonly string[]): Partial<Pointers> {
  const replaces = readGoMod(context, path)?.localReplaces ?? [];
  const used = (readGoWork(context, joinPath(folder, 'go.work') ?? '') ?? []).filter(module => module !== folder);
  return {
    files: used.flatMap(module =>
      [`${module}/go.mod`, `${module}/go.sum`].filter(file => context.stat(file) !== undefined),
    ),
    projects: replaces.filter(target => target !== undefined),
    outside: replaces.includes(undefined) ? [`${path}: a replacement outside of the context`] : [],
  };
}

function rustPointers(context: BuildContext, folder: string, [path = '']: readonly string[]): Partial<Pointers> {
  const root = readCargoToml(context, path);
  if (root === undefined) return {};
  const members = memberFolders(context, folder, root.workspaceMembers, 'Cargo.toml', root.workspaceExclude);
  const manifests = [root, ...members.flatMap(member => readCargoToml(context, `${member}/Cargo.toml`) ?? [])];
  return {
    files: [
      ...members.map(member => `${member}/Cargo.toml`),
      ...manifests.flatMap(({ buildScript }) => buildScript ?? []),
    ],
    projects: manifests
      .flatMap(({ localPaths }) => localPaths)
      .filter(local => !members.includes(local) && local !== folder),
  };
}

const MAX_MODULES = 500;

function javaPointers(context: BuildContext, folder: string, manifests: readonly string[]): Partial<Pointers> {
  const poms = new Set<string>();
  const open = manifests.filter(path => path.endsWith('pom.xml'));
  for (let path = open.pop(); path !== undefined && poms.size < MAX_MODULES; path = open.pop()) {
    const pom = poms.has(path) ? undefined : readPom(context, path);
    poms.add(path);
    if (pom === undefined) continue;
    const modules = pom.modules.flatMap(module => joinPath(folderOf(pom.path), module) ?? []);
    open.push(...modules.map(module => (module.endsWith('.xml') ? module : `${module}/pom.xml`)));
    if (pom.parentPath !== undefined) open.push(pom.parentPath);
  }
  const prefix = folder === '' ? '' : `${folder}/`;
  const usesGradle = manifests.some(path => /\.gradle(?:\.kts)?$/.test(path));
  const isGradleFile = /(?:^|\/)(?:build\.gradle(?:\.kts)?|gradle\.lockfile)$/;
  const gradle = usesGradle ? context.files().filter(file => file.startsWith(prefix) && isGradleFile.test(file)) : [];
  return { files: [...poms, ...gradle] };
}

function dotnetPointers(context: BuildContext, folder: string, manifests: readonly string[]): Partial<Pointers> {
  const projects = new Set<string>();
  const outside: string[] = [];
  const solutions = manifests.filter(path => /\.slnx?$/.test(path));
  const open = [
    ...manifests.filter(path => path.endsWith('proj')),
    ...solutions.flatMap(path => readSolution(context, path) ?? []),
  ];
  for (let path = open.pop(); path !== undefined && projects.size < MAX_MODULES; path = open.pop()) {
    if (projects.has(path)) continue;
    projects.add(path);
    for (const target of readDotnetProject(context, path)?.projectReferences ?? []) {
      if (target === undefined) outside.push(`${path}: a project outside of the context`);
      else open.push(target);
    }
  }
  // The SDK looks for these in every folder from the project's up to the root.
  const shared = [
    'Directory.Build.props',
    'Directory.Build.targets',
    'Directory.Packages.props',
    'NuGet.config',
    'nuget.config',
    'global.json',
  ];
  const above = [...projects].flatMap(path => foldersUp(folderOf(path))).concat(foldersUp(folder));
  const found = above
    .flatMap(up => shared.flatMap(name => joinPath(up, name) ?? []))
    .filter(path => isIncluded(context, path));
  return { files: [...projects, ...found], outside };
}

function foldersUp(folder: string): string[] {
  const parts = folder.split('/');
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('/')).concat('');
}

function rubyPointers(context: BuildContext, folder: string, manifests: readonly string[]): Partial<Pointers> {
  const gemfiles = manifests.flatMap(path => (path.endsWith('Gemfile') ? (readGemfile(context, path) ?? []) : []));
  const usesGemspec = gemfiles.some(gemfile => gemfile.usesGemspec);
  const own = filesByFolder(context).get(folder) ?? [];
  return {
    files: [
      ...gemfiles.flatMap(({ reads }) => reads),
      ...(usesGemspec ? own.filter(path => path.endsWith('.gemspec')) : []),
    ],
  };
}
