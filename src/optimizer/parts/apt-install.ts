import { type Entry, fresh } from '../draft.ts';
import type { Project } from '../project.ts';
import { keyword } from './keyword.ts';

/** A RUN that installs packages of Debian and leaves no lists behind; none for no packages. */
export function aptInstall(project: Project, packages: readonly string[]): Entry[] {
  const names = [...new Set(packages)].filter(name => name !== '').toSorted();
  if (names.length === 0) return [];
  const { escape } = project.dockerfile;
  const install = `apt-get update && apt-get install -y --no-install-recommends ${names.join(' ')}`;
  return [fresh(`${keyword(project, 'RUN')} ${install} ${escape}\n    && rm -rf /var/lib/apt/lists/*`)];
}
