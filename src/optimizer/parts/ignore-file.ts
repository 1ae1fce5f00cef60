import type { BuildContext } from '../../context/build-context.ts';
import { readPyProject } from '../../context/manifests/pyproject.ts';
import type { Ecosystem } from '../ecosystem.ts';
import type { Step } from '../plan.ts';
import { copiesEverything, type Project } from '../project.ts';

/** What no image needs, by ecosystem: what tools make from the rest. */
const MADE: Readonly<Record<Ecosystem, readonly string[]>> = {
  python: ['**/__pycache__', '**/*.pyc', '.venv', 'venv', '.pytest_cache'],
  node: ['**/node_modules', 'npm-debug.log*'],
  go: [],
  rust: ['target'],
  java: ['target', '.gradle', 'build'],
  dotnet: ['**/bin', '**/obj'],
  ruby: ['.bundle', 'vendor/bundle', 'log/*', 'tmp/*'],
  php: ['vendor'],
  elixir: ['_build', 'deps'],
  c: ['build'],
  static: [],
};

export interface IgnoreChange {
  readonly file: { readonly path: string; readonly text: string } | undefined;
  readonly steps: readonly Step[];
}

/** The .dockerignore that a copy of the whole context wants; none where the build copies by name. */
export function ignoreFileFor(project: Project): IgnoreChange {
  const copy = project.stages
    .flatMap(({ acts }) => acts)
    .find(({ instruction }) => copiesEverything(instruction))?.instruction;
  if (copy === undefined) return { file: undefined, steps: [] };
  const { context } = project;
  const made = ecosystemsOf(project)
    .flatMap(ecosystem => MADE[ecosystem])
    .filter(line => !isNeeded(project, line));
  const own = context.ignoreFile;
  const wanted = [...(asksGit(project) ? [] : ['.git']), ...made, '.dockerignore', 'Dockerfile'];
  const lines = own === undefined ? wanted : wanted.filter(line => isThere(context, line));
  if (lines.length === 0) return { file: undefined, steps: [] };
  const text = own === undefined ? '' : own.text === '' || own.text.endsWith('\n') ? own.text : `${own.text}\n`;
  return {
    file: { path: own?.path ?? '.dockerignore', text: `${text}${lines.join('\n')}\n` },
    steps: [
      {
        what: `${own === undefined ? 'Write' : 'Add to'} ${own?.path ?? '.dockerignore'}: ${lines.join(', ')}`,
        why: 'What is copied with the context and is not needed changes the layer, and may overwrite what was installed.',
        lines: [],
        effect: 'smaller context, fewer rebuilds',
      },
    ],
  };
}

/** The ecosystems that any stage installs or builds with. */
function ecosystemsOf({ stages }: Project): Ecosystem[] {
  const effects = stages.flatMap(({ acts }) => acts.flatMap(act => act.effects));
  return [...new Set(effects.flatMap(effect => ('ecosystem' in effect ? effect.ecosystem : [])))];
}

/** True where a path that existing ignore lines let in would be kept out. Files that every project has do not count. */
function isThere(context: BuildContext, line: string): boolean {
  if (line === 'Dockerfile' || line === '.dockerignore' || line.includes('*.')) return false;
  const name = line.replace('**/', '');
  return (
    !name.includes('*') &&
    context.stat(name) !== undefined &&
    !context.ignores(name) &&
    context.files().some(file => file.startsWith(`${name}/`))
  );
}

/** A folder that the build copies by name, or that its commands do not make, stays. */
function isNeeded({ dockerfile, context }: Project, line: string): boolean {
  const name = line.replace('**/', '').replace(/\/?\*.*/, '');
  if (name === '') return false;
  const copied = dockerfile.instructions.some(
    instruction =>
      instruction.keyword === 'COPY' &&
      instruction.from === undefined &&
      instruction.sources.some(({ text }) => text.replace(/^\.\//, '').split('/')[0] === name),
  );
  return copied || (name === 'build' && context.stat('build/resources') !== undefined);
}

function asksGit({ context, dockerfile }: Project): boolean {
  return (
    /\bgit (?:describe|rev-parse|log|submodule|status)\b/.test(dockerfile.text) ||
    readPyProject(context, 'pyproject.toml')?.versionFromGit === true ||
    /vergen|git-version|gitversion|setuptools[_-]scm/i.test(
      ['Cargo.toml', 'build.gradle', 'pom.xml', 'package.json', 'setup.py', 'setup.cfg']
        .map(path => context.read(path) ?? '')
        .join('\n'),
    )
  );
}
