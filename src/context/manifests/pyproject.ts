import type { BuildContext } from '../build-context.ts';
import { folderOf, joinPath } from '../clean-path.ts';
import { normalName } from './requirements.ts';
import { readToml, tableAt } from './toml.ts';
import { asTable, asTables, asText, asTextMap, asTexts, type Table } from './values.ts';

export type PythonTool = 'poetry' | 'uv' | 'pdm' | 'hatch' | 'setuptools' | 'flit';

export interface PyProject {
  readonly path: string;
  readonly name: string | undefined;
  readonly requiresPython: string | undefined;
  /** Undefined where there is no `[build-system]`: an install then takes setuptools. */
  readonly buildBackend: string | undefined;
  readonly buildRequires: readonly string[];
  /** The tools that have a section of their own. */
  readonly tools: readonly PythonTool[];
  /** Normal names of the run-time dependencies. */
  readonly dependencies: readonly string[];
  readonly scripts: ReadonlyMap<string, string>;
  /** Files that a build of the project reads, from the context's root: readme, licence, the file that holds the version. */
  readonly buildFiles: readonly string[];
  /** Local projects that it depends on, from the context's root. */
  readonly localPaths: readonly string[];
  /** Files that hold dependencies it declares dynamic. */
  readonly requirementFiles: readonly string[];
  /** True where the version comes from git. */
  readonly versionFromGit: boolean;
  /** Globs of the members of a uv workspace. */
  readonly workspaceMembers: readonly string[];
  /** True for a poetry project that is only its dependencies. */
  readonly packageMode: boolean;
}

const TOOLS: readonly PythonTool[] = ['poetry', 'uv', 'pdm', 'hatch', 'setuptools', 'flit'];
const GIT_VERSIONS =
  /^(?:setuptools[-_]scm|setuptools-git-versioning|hatch-vcs|versioneer|versioningit|poetry-dynamic-versioning|dunamai)\b/;

export function readPyProject(context: BuildContext, path: string): PyProject | undefined {
  const toml = readToml(context, path);
  if (toml === undefined) return undefined;
  const [project, poetry] = [tableAt(toml, 'project'), tableAt(toml, 'tool', 'poetry')];
  const build = tableAt(toml, 'build-system');
  const buildRequires = asTexts(build['requires']);
  const tool = tableAt(toml, 'tool');
  return {
    path,
    name: asText(project['name']) ?? asText(poetry['name']),
    requiresPython: asText(project['requires-python']) ?? asText(tableAt(poetry, 'dependencies')['python']),
    buildBackend: asText(build['build-backend']),
    buildRequires,
    tools: TOOLS.filter(name => name in tool),
    dependencies: dependencyNames(project, poetry),
    scripts: new Map([...asTextMap(project['scripts']), ...asTextMap(poetry['scripts'])]),
    buildFiles: [...readmes(project), ...readmes(poetry), ...licences(project), ...versionFiles(tool)].flatMap(
      file => joinPath(folderOf(path), file) ?? [],
    ),
    localPaths: [...poetryPaths(poetry), ...uvPaths(tool)].flatMap(local => joinPath(folderOf(path), local) ?? []),
    requirementFiles: dynamicFiles(tool).flatMap(file => joinPath(folderOf(path), file) ?? []),
    versionFromGit: buildRequires.some(name => GIT_VERSIONS.test(name)) || 'setuptools_scm' in tool,
    workspaceMembers: asTexts(tableAt(tool, 'uv', 'workspace')['members']),
    packageMode: poetry['package-mode'] !== false && tableAt(tool, 'uv')['package'] !== false,
  };
}

function dependencyNames(project: Table, poetry: Table): string[] {
  const declared = asTexts(project['dependencies']).flatMap(text => /^[\w.-]+/.exec(text)?.[0] ?? []);
  const own = Object.keys(tableAt(poetry, 'dependencies')).filter(name => name !== 'python');
  return [...declared, ...own].map(normalName);
}

function readmes(table: Table): readonly string[] {
  const readme = table['readme'];
  const file = asText(readme) ?? asText(asTable(readme)['file']);
  return file === undefined ? asTexts(readme) : [file];
}

function licences(project: Table): readonly string[] {
  const file = asText(asTable(project['license'])['file']);
  return file === undefined ? [] : [file];
}

function versionFiles(tool: Table): string[] {
  return [asText(tableAt(tool, 'hatch', 'version')['path']), asText(tableAt(tool, 'pdm', 'version')['path'])].flatMap(
    file => file ?? [],
  );
}

function dynamicFiles(tool: Table): readonly string[] {
  const dynamic = tableAt(tool, 'setuptools', 'dynamic');
  return ['dependencies', 'readme', 'version'].flatMap(key => {
    const file = asTable(dynamic[key])['file'];
    const single = asText(file);
    return single === undefined ? asTexts(file) : [single];
  });
}

function poetryPaths(poetry: Table): string[] {
  const groups = Object.values(tableAt(poetry, 'group')).map(group => tableAt(asTable(group), 'dependencies'));
  const tables = [tableAt(poetry, 'dependencies'), tableAt(poetry, 'dev-dependencies'), ...groups];
  return tables.flatMap(table => Object.values(table).flatMap(value => asText(asTable(value)['path']) ?? []));
}

function uvPaths(tool: Table): string[] {
  const sources = Object.values(tableAt(tool, 'uv', 'sources'));
  return sources.flatMap(value => [asTable(value), ...asTables(value)]).flatMap(source => asText(source['path']) ?? []);
}
