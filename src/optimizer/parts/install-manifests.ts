import { installInputs } from '../../context/manifests/install-inputs.ts';
import { INSTALL_SCRIPTS, readPackageJson } from '../../context/manifests/package-json.ts';
import { requirementsClosure } from '../../context/manifests/requirements.ts';
import type { BuildContext } from '../../context/build-context.ts';
import { operationsOf } from '../../shell/operations.ts';
import type { Ecosystem } from '../ecosystem.ts';
import type { Project } from '../project.ts';

/**
 * The context's files that the dependency installs of the final stage read, followed through what they name; undefined where
 * an install needs the project itself, or more than can be followed.
 */
export function installManifests(project: Project, ecosystem: Ecosystem): readonly string[] | undefined {
  const { context } = project;
  if (ecosystem === 'python') return pythonManifests(project);
  if (ecosystem === 'node') return nodeManifests(context);
  const inputs = installInputs(context, '', ecosystem);
  return inputs === undefined || inputs.missing.length > 0 || inputs.localProjects.length > 0
    ? undefined
    : inputs.files;
}

function isIn(context: BuildContext, path: string): boolean {
  return context.stat(path)?.kind === 'file' && !context.ignores(path);
}

function nodeManifests(context: BuildContext): readonly string[] | undefined {
  const manifest = readPackageJson(context, 'package.json');
  const inputs = installInputs(context, '', 'node');
  if (manifest === undefined || inputs === undefined || inputs.localProjects.length > 0) return undefined;
  const runsOwn = INSTALL_SCRIPTS.some(name => manifest.scripts.has(name));
  return runsOwn ? undefined : inputs.files;
}

function pythonManifests(project: Project): readonly string[] | undefined {
  const { context, final } = project;
  const operations = final.acts.flatMap(({ effects }) =>
    effects.flatMap(effect =>
      effect.kind === 'dependencies' && effect.ecosystem === 'python' ? operationsOf(effect.command) : [],
    ),
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
      if (
        closure.missing.length > 0 ||
        closure.files.some(file => file.leavesContext || file.requirements.some(({ isLocal }) => isLocal))
      )
        return undefined;
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
