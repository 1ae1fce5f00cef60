import { pythonLocks, readPipfile } from '../../context/manifests/python-lock.ts';
import { readPyProject } from '../../context/manifests/pyproject.ts';
import { normalName, requirementsClosure } from '../../context/manifests/requirements.ts';
import { operationsOf } from '../../shell/operations.ts';
import type { Evidence } from '../plan.ts';
import { type Project, seenAt, seenIn } from '../project.ts';
import { memoMap } from '../../text/memo-map.ts';

export interface Dependency {
  /** PyPI's normal form. */
  readonly name: string;
  readonly evidence: Evidence;
}

const memo = memoMap<Project, readonly Dependency[]>();

/** Every distribution that the build names or that a lock file pins. */
export function pythonDependencies(project: Project): readonly Dependency[] {
  let found = memo.get(project);
  if (found === undefined) {
    const all = [...fromLocks(project), ...fromFiles(project), ...fromCommands(project)];
    found = [...new Map(all.map(dependency => [dependency.name, dependency])).values()];
    memo.set(project, found);
  }
  return found;
}

function fromLocks({ context }: Project): Dependency[] {
  const pinned = pythonLocks(context, '').flatMap(({ path, packages }) =>
    (packages ?? []).map(({ name }) => ({ name, evidence: seenIn(context, path, name) })),
  );
  const project = readPyProject(context, 'pyproject.toml')?.dependencies ?? [];
  const pipfile = readPipfile(context, '')?.packages ?? [];
  return [
    ...pinned,
    ...project.map(name => ({ name, evidence: seenIn(context, 'pyproject.toml', name) })),
    ...pipfile.map(name => ({ name: normalName(name), evidence: seenIn(context, 'Pipfile', name) })),
  ];
}

function fromFiles(project: Project): Dependency[] {
  const { context } = project;
  const paths = operations(project).flatMap(({ requirementFiles }) => requirementFiles);
  return paths.flatMap(path =>
    requirementsClosure(context, path.replace(/^\.\//, '')).files.flatMap(file =>
      file.requirements.flatMap(({ name, line }) =>
        name === undefined ? [] : [{ name, evidence: { file: file.path, line, text: name } }],
      ),
    ),
  );
}

function fromCommands(project: Project): Dependency[] {
  return operations(project).flatMap(({ packages, command }) =>
    packages.flatMap(({ name }) =>
      name === undefined ? [] : [{ name: normalName(name), evidence: seenAt(project, command.script.instruction) }],
    ),
  );
}

function operations({ final }: Project) {
  return final.acts.flatMap(({ effects }) =>
    effects.flatMap(effect =>
      effect.kind === 'dependencies' && effect.ecosystem === 'python' ? operationsOf(effect.command) : [],
    ),
  );
}
