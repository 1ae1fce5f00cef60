import { readPackageJson } from '../../context/manifests/package-json.ts';
import { requirementsClosure } from '../../context/manifests/requirements.ts';
import type { BuildContext } from '../../context/build-context.ts';
import { operationsOf } from '../../shell/operations.ts';
import type { Ecosystem } from '../ecosystem.ts';
import type { Project } from '../project.ts';

/** Files that an install reads if they are there, by ecosystem. */
const FILES: Readonly<Partial<Record<Ecosystem, readonly string[]>>> = {
  node: ['package.json', 'package-lock.json', 'npm-shrinkwrap.json', 'yarn.lock', 'pnpm-lock.yaml', 'bun.lock', 'bun.lockb', '.npmrc', '.yarnrc', '.yarnrc.yml', 'pnpm-workspace.yaml', '.pnpmfile.cjs'],
  go: ['go.mod', 'go.sum'],
};

/**
 * The context's files that the dependency installs of the final stage read, followed through what they name; undefined where
 * an install needs the project itself, or more than can be followed.
 */
export function installManifests(project: Project, ecosystem: Ecosystem): readonly string[] | undefined {
  const { context } = project;
  if (ecosystem === 'python') return pythonManifests(project);
  if (ecosystem === 'node') return nodeManifests(context);
  const names = FILES[ecosystem] ?? [];
  return names.filter(name => isIn(context, name));
}

function isIn(context: BuildContext, path: string): boolean {
  return context.stat(path)?.kind === 'file' && !context.ignores(path);
}

function nodeManifests(context: BuildContext): readonly string[] | undefined {
  const manifest = readPackageJson(context, 'package.json');
  if (manifest === undefined || manifest.workspaces.length > 0 || context.stat('pnpm-workspace.yaml') !== undefined) return undefined;
  const local = [...manifest.dependencies.values(), ...manifest.devDependencies.values()].some(range => /^(?:file|link|portal|workspace):/.test(range));
  if (local || ['preinstall', 'install', 'postinstall', 'prepare'].some(name => manifest.scripts.has(name))) return undefined;
  if (context.stat('patches') !== undefined || context.stat('.yarn') !== undefined) return undefined;
  return (FILES.node ?? []).filter(name => isIn(context, name));
}

function pythonManifests(project: Project): readonly string[] | undefined {
  const { context, final } = project;
  const operations = final.acts.flatMap(({ effects }) =>
    effects.flatMap(effect => (effect.kind === 'dependencies' && effect.ecosystem === 'python' ? operationsOf(effect.command) : [])),
  );
  const found: string[] = [];
  for (const operation of operations) {
    const tool = operation.manager.name;
    if (operation.packages.some(({ kind }) => kind === 'file')) return undefined;
    if (tool === 'poetry' && !operation.has('--no-root')) return undefined;
    if (tool === 'uv' && operation.subcommand === 'sync' && !operation.has('--no-install-project')) return undefined;
    if (tool === 'poetry') found.push('pyproject.toml', 'poetry.lock');
    if (tool === 'pipenv') found.push('Pipfile', 'Pipfile.lock');
    if (tool === 'uv' && operation.requirementFiles.length === 0) found.push('pyproject.toml', 'uv.lock');
    for (const path of [...operation.requirementFiles, ...operation.constraintFiles]) {
      const closure = requirementsClosure(context, relative(path));
      if (closure.missing.length > 0 || closure.files.some(file => file.leavesContext || file.requirements.some(({ isLocal }) => isLocal))) return undefined;
      found.push(...closure.files.map(file => file.path));
    }
  }
  const unique = [...new Set(found)].filter(path => isIn(context, path));
  return unique.length === 0 ? undefined : unique;
}

/** The context's path of a file that a RUN names in its working directory. */
function relative(path: string): string {
  return path.replace(/^\.\//, '').replace(/^\/(?:usr\/src\/app|app|code|src|srv|opt\/app|workspace|tmp)\//, '');
}
