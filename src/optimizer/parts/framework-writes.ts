import { readGemfile } from '../../context/manifests/gemfile.ts';
import type { Ecosystem } from '../ecosystem.ts';
import type { Evidence } from '../plan.ts';
import { type Project, seenIn } from '../project.ts';

/** Files that a framework writes beside the program as it runs, without a line of the project's own source. */
export function frameworkWrites(project: Project, ecosystem: Ecosystem): Evidence[] {
  const { context } = project;
  // Rails writes to log, tmp and storage.
  if (ecosystem === 'ruby' && readGemfile(context, 'Gemfile')?.gems.includes('rails') === true)
    return [seenIn(context, 'Gemfile', 'rails')];
  return [];
}
