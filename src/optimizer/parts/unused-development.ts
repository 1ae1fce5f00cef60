import type { BuildContext } from '../../context/build-context.ts';
import { readComposer } from '../../context/manifests/composer.ts';
import { readPackageJson, type PackageJson } from '../../context/manifests/package-json.ts';
import { behindRunner, copiedManifest } from '../../context/npm-script.ts';
import type { Stage } from '../../dockerfile/model.ts';
import { ownStart } from '../../images/own-start.ts';
import { stateAt } from '../../images/state.ts';
import type { PackageOperation } from '../../shell/operations.ts';
import { scan } from '../source-scan.ts';

/** Development dependencies that neither the start nor the source of a project names. */
export interface UnusedDevelopment {
  /** Path in the context. */
  readonly manifest: string;
  readonly names: readonly string[];
}

/** Those of the project that a stage installs with Composer or a package manager of Node.js; undefined where one may be used. */
export function unusedDevelopment(
  stage: Stage,
  { manager }: PackageOperation,
  context: BuildContext,
): UnusedDevelopment | undefined {
  const name = manager.name === 'composer' ? 'composer.json' : 'package.json';
  const manifest = copiedManifest(stage, context, name);
  if (manifest === undefined) return undefined;
  if (manager.name === 'composer') {
    const names = [...(readComposer(context, manifest)?.requireDev.keys() ?? [])];
    return names.length === 0 ? undefined : { manifest, names };
  }
  const json = readPackageJson(context, manifest);
  const names = [...(json?.devDependencies.keys() ?? [])].filter(each => json?.dependencies.has(each) !== true);
  if (json === undefined || names.length === 0 || !startsWithout(stage, json, names)) return undefined;
  const imported = scan(context, 'node').of('imports');
  const isImported = imported.some(({ file, detail }) => names.includes(detail ?? '') && !CONFIGURATION.test(file));
  return isImported ? undefined : { manifest, names };
}

const SETTINGS = ['NODE_ENV', 'NPM_CONFIG_PRODUCTION', 'NPM_CONFIG_OMIT', 'npm_config_omit', 'COMPOSER_NO_DEV'];

/** True where a flag or a variable leaves the development dependencies out; whatever is set there, somebody thought of it. */
export function skipsDevelopment({ skipsDevelopment: isTold, command }: PackageOperation): boolean {
  const state = stateAt(command.script.instruction);
  return (
    isTold ||
    SETTINGS.some(name => state?.env(name) !== undefined || command.assignments.some(each => each.name === name))
  );
}

const CONFIGURATION = /\.config\.\w+$|(?:^|\/)(?:gulpfile|Gruntfile|\.[\w-]+rc)\.\w+$/;

/** True where what is started is Node.js itself or a dependency's program, with no word of the others. */
function startsWithout(stage: Stage, json: PackageJson, names: readonly string[]): boolean {
  const start = ownStart(stage);
  const commands = start && behindRunner(start.words, json);
  return (
    commands !== undefined &&
    commands.every(
      ([program = '', ...rest]) =>
        (program === 'node' || json.dependencies.has(program)) &&
        !rest.some(word => names.some(name => word === name || word.startsWith(`${name}/`))),
    )
  );
}
