import { pnpmWorkspaces } from '../../context/manifests/node-config.ts';
import { type PackageJson, readPackageJson } from '../../context/manifests/package-json.ts';
import type { Project } from '../project.ts';

/** True where one node_modules serves several packages of the project. */
export function isWorkspace({ context }: Pick<Project, 'context'>): boolean {
  const manifest = readPackageJson(context, 'package.json');
  return (manifest?.workspaces.length ?? 0) > 0 || pnpmWorkspaces(context, '').length > 0;
}

/** The manifest at the root of the context; in a workspace those of every package too. */
export function manifestsOf(project: Pick<Project, 'context'>): readonly PackageJson[] {
  const { context } = project;
  const paths = isWorkspace(project)
    ? context.files().filter(file => /(?:^|\/)package\.json$/.test(file) && !file.includes('node_modules/'))
    : ['package.json'];
  return paths.flatMap(path => readPackageJson(context, path) ?? []);
}
