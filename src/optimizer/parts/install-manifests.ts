import { installInputs } from '../../context/manifests/install-inputs.ts';
import { readPackageJson } from '../../context/manifests/package-json.ts';
import { requirementsClosure } from '../../context/manifests/requirements.ts';
import type { BuildContext } from '../../context/build-context.ts';
import { operationsOf, type PackageOperation } from '../../shell/operations.ts';
import type { Ecosystem } from '../ecosystem.ts';
import { type Act, type Project, resolvePath } from '../project.ts';
import { runsOwnScripts } from './node-scripts.ts';
import { fileAt } from './places.ts';

/**
 * The context's files that the dependency installs of the final stage read, followed through what they name; undefined where
 * an install needs the project itself, or more than can be followed.
 */
export function installManifests(project: Project, ecosystem: Ecosystem): readonly string[] | undefined {
  const { context } = project;
  // Files that are served are no manifests.
  if (ecosystem === 'static') return undefined;
  if (ecosystem === 'python') return pythonManifests(project);
  if (ecosystem === 'node') return nodeManifests(project);
  const inputs = installInputs(context, '', ecosystem);
  return inputs === undefined || inputs.missing.length > 0 || inputs.localProjects.length > 0
    ? undefined
    : inputs.files;
}

function isIn(context: BuildContext, path: string): boolean {
  return context.stat(path)?.kind === 'file' && !context.ignores(path);
}

function nodeManifests(project: Project): readonly string[] | undefined {
  const { context } = project;
  const manifest = readPackageJson(context, 'package.json');
  const inputs = installInputs(context, '', 'node');
  if (manifest === undefined || inputs === undefined || inputs.localProjects.length > 0) return undefined;
  return runsOwnScripts(project) ? undefined : inputs.files;
}

function pythonManifests(project: Project): readonly string[] | undefined {
  const { context, final } = project;
  const found: string[] = [];
  let readsFiles = false;
  for (const act of final.acts) {
    for (const operation of act.effects.flatMap(effect =>
      effect.kind === 'dependencies' && effect.ecosystem === 'python' ? operationsOf(effect.command) : [],
    )) {
      const files = filesOf(project, act, operation);
      if (files === undefined) return undefined;
      readsFiles ||= operation.requirementFiles.length > 0 || operation.packages.length === 0;
      found.push(...files);
    }
  }
  const unique = [...new Set(found)].filter(path => isIn(context, path));
  // Packages by their names alone want no file.
  return unique.length === 0 && readsFiles ? undefined : unique;
}

/** What one install of Python reads; undefined where it needs the project, or a file that is not from the context. */
function filesOf(project: Project, act: Act, operation: PackageOperation): readonly string[] | undefined {
  const { context, final } = project;
  const tool = operation.manager.name;
  const at = (path: string): string | undefined => {
    const place = resolvePath(act.workdir, path);
    return place === undefined ? undefined : fileAt(project, final.acts, act, place);
  };
  const named = (...names: readonly string[]): string[] => names.flatMap(name => at(name) ?? []);
  if (operation.packages.some(({ kind }) => kind === 'file')) return undefined;
  if (tool === 'poetry') return operation.has('--no-root') ? named('pyproject.toml', 'poetry.lock') : undefined;
  if (tool === 'pipenv') return named('Pipfile', 'Pipfile.lock');
  if (tool === 'uv' && operation.requirementFiles.length === 0) {
    const needsProject = operation.subcommand === 'sync' && !operation.has('--no-install-project');
    return needsProject ? undefined : named('pyproject.toml', 'uv.lock');
  }
  const files: string[] = [];
  for (const path of [...operation.requirementFiles, ...operation.constraintFiles]) {
    const file = at(path);
    const closure = file === undefined ? undefined : requirementsClosure(context, file);
    if (closure === undefined || closure.missing.length > 0) return undefined;
    if (closure.files.some(each => each.leavesContext || each.requirements.some(({ isLocal }) => isLocal)))
      return undefined;
    files.push(...closure.files.map(each => each.path));
  }
  return files;
}
