import { programsOf } from '../../images/package-programs.ts';
import type { Project } from '../project.ts';

/** Names of the programs that the packages of the final stage surely bring. */
export function installedPrograms({ final }: Project): ReadonlySet<string> {
  const names = final.acts.flatMap(({ effects }) =>
    effects.flatMap(effect => (effect.kind === 'system' ? effect.packages.flatMap(({ name }) => name ?? []) : [])),
  );
  return new Set(names.flatMap(programsOf));
}
