import { matchSources } from '../../context/copy-match.ts';
import type { Ecosystem } from '../ecosystem.ts';
import { scan } from '../source-scan.ts';
import type { Project } from '../project.ts';
import { namedFiles } from './named-files.ts';
import { sourceFolder } from './workdir.ts';

/** Files and folders of the context that the source reads by name and the original has below its working directory. */
export function resourcesRead(project: Project, ecosystem: Ecosystem, workdir: string): readonly string[] {
  if (sourceFolder(project) !== workdir) return [];
  const { context } = project;
  const paths = scan(context, ecosystem)
    .of('reads')
    .flatMap(({ detail, text }) => (detail === undefined || text.includes('embed') ? [] : existing(project, detail)));
  const unique = [...new Set([...paths, ...namedFiles(context, ecosystem)])].toSorted();
  return unique.filter(
    path =>
      !unique.some(other => other !== path && path.startsWith(`${other}/`)) && matchSources(context, path).length > 0,
  );
}

/** The part of a path before wildcards that the context has. */
function existing({ context }: Project, written: string): string[] {
  const path = written
    .replace(/^\.\//, '')
    .replace(/\/?\*.*/, '')
    .replace(/\/$/, '');
  if (path === '' || path.startsWith('/') || path.startsWith('..')) return [];
  return context.stat(path) === undefined || context.ignores(path) ? [] : [path];
}
