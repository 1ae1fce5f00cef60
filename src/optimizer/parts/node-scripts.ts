import { INSTALL_SCRIPTS, readPackageJson } from '../../context/manifests/package-json.ts';
import type { Project } from '../project.ts';

/** True where an install of the final stage runs scripts of the project's own package.json. */
export function runsOwnScripts({ context, final }: Project): boolean {
  const manifest = readPackageJson(context, 'package.json');
  return (
    INSTALL_SCRIPTS.some(name => manifest?.scripts.has(name) === true) &&
    final.acts.some(({ effects }) =>
      effects.some(
        effect =>
          effect.kind === 'dependencies' &&
          effect.ecosystem === 'node' &&
          !effect.command.words.some(({ text }) => text === '--ignore-scripts'),
      ),
    )
  );
}
