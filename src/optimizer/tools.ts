import type { ShellCommand } from '../shell/model.ts';
import type { Ecosystem } from './ecosystem.ts';

export interface ToolUse {
  readonly kind: 'dependencies' | 'tool' | 'build' | 'test' | 'application' | 'clean';
  readonly ecosystem: Ecosystem;
  readonly tool: string;
}

/** Programs and the words that they are called with, per effect; `''` is the bare call, `*` any words. The first match counts. */
interface Program {
  readonly ecosystem: Ecosystem;
  readonly dependencies?: readonly string[];
  readonly build?: readonly string[];
  readonly test?: readonly string[];
  readonly clean?: readonly string[];
  readonly tool?: readonly string[];
  readonly application?: readonly string[];
}

const MAVEN: Program = {
  ecosystem: 'java',
  dependencies: ['dependency:go-offline', 'dependency:resolve', 'dependency:resolve-plugins', 'verify --fail-never'],
  build: ['package', 'install', 'verify', 'clean', 'compile'],
  test: ['test'],
};
const GRADLE: Program = {
  ecosystem: 'java',
  dependencies: ['dependencies', 'resolveDependencies', 'downloadDependencies'],
  build: ['build', 'bootJar', 'jar', 'shadowJar', 'assemble', 'installDist', 'clean', 'bootWar', 'war'],
  test: ['test', 'check'],
};
/** Words of package managers that choose packages of a workspace, with a value behind them. */
const CHOOSING = new Set(['--filter', '-F', '--workspace', '-w']);
const NODE_SCRIPTS = [
  'run build',
  'run build:*',
  'build',
  'build:*',
  'run compile',
  'run dist',
  'run prod',
  'run production',
  'run generate',
  'run bundle',
];

/** What the programs of each ecosystem do. */
const PROGRAMS: Readonly<Record<string, Program>> = {
  uv: {
    ecosystem: 'python',
    dependencies: ['sync', 'pip install', 'pip sync', 'export'],
    tool: ['venv', 'python install', 'tool install', 'self'],
    clean: ['cache'],
    application: ['run'],
  },
  poetry: {
    ecosystem: 'python',
    dependencies: ['install', 'sync', 'export'],
    tool: ['config', 'self', 'lock'],
    clean: ['cache'],
    build: ['build'],
    application: ['run'],
  },
  pipenv: {
    ecosystem: 'python',
    dependencies: ['install', 'sync'],
    tool: ['lock', 'requirements'],
    clean: ['--clear'],
    application: ['run'],
  },
  virtualenv: { ecosystem: 'python', tool: ['*'] },
  pytest: { ecosystem: 'python', test: ['*'] },
  npm: {
    ecosystem: 'node',
    dependencies: ['ci', 'install', 'i', 'clean-install'],
    build: NODE_SCRIPTS,
    test: ['test', 't', 'run test', 'run lint', 'run type-check', 'run typecheck', 'audit'],
    clean: ['cache', 'prune'],
    tool: ['config', 'set'],
  },
  yarn: {
    ecosystem: 'node',
    dependencies: ['', 'install'],
    build: [...NODE_SCRIPTS, 'workspace * build', 'workspace * run build', 'workspaces run build'],
    test: ['test', 'run test', 'lint', 'run lint'],
    clean: ['cache'],
    tool: ['config', 'set', 'global add'],
  },
  pnpm: {
    ecosystem: 'node',
    dependencies: ['install', 'i', 'fetch'],
    build: NODE_SCRIPTS,
    test: ['test', 'run test', 'lint', 'run lint'],
    clean: ['store', 'prune'],
    tool: ['config', 'add -g'],
  },
  bun: { ecosystem: 'node', dependencies: ['install', 'i'], build: NODE_SCRIPTS, test: ['test'], clean: ['pm'] },
  npx: {
    ecosystem: 'node',
    build: [
      'prisma generate',
      'patch-package',
      'tsc',
      'vite build',
      'next build',
      'ng build',
      'nest build',
      'webpack',
      'tailwindcss',
      'electron-rebuild',
      'turbo build',
      'turbo run build',
      'nx build',
      'nx run-many',
    ],
  },
  corepack: { ecosystem: 'node', tool: ['*'] },
  tsc: { ecosystem: 'node', build: ['*'] },
  go: {
    ecosystem: 'go',
    dependencies: ['mod download', 'mod verify', 'mod tidy', 'get', 'mod vendor'],
    build: ['build', 'install', 'generate'],
    test: ['test', 'vet'],
    clean: ['clean'],
    tool: ['env', 'version'],
  },
  cargo: {
    ecosystem: 'rust',
    dependencies: ['fetch', 'chef'],
    build: ['build', 'install', 'rustc', 'b'],
    test: ['test', 'clippy', 'fmt', 'check'],
    clean: ['clean'],
  },
  rustup: { ecosystem: 'rust', tool: ['*'] },
  mvn: MAVEN,
  mvnw: MAVEN,
  gradle: GRADLE,
  gradlew: GRADLE,
  javac: { ecosystem: 'java', build: ['*'] },
  jar: { ecosystem: 'java', build: ['*'] },
  dotnet: {
    ecosystem: 'dotnet',
    dependencies: ['restore'],
    build: ['publish', 'build'],
    test: ['test'],
    tool: ['tool'],
    clean: ['clean', 'nuget'],
  },
  bundle: {
    ecosystem: 'ruby',
    dependencies: ['install', ''],
    tool: ['config', 'lock'],
    clean: ['clean'],
    application: ['exec'],
  },
  bundler: { ecosystem: 'ruby', dependencies: ['install', ''], tool: ['config'] },
  gem: { ecosystem: 'ruby', tool: ['install', 'update'], clean: ['cleanup', 'sources'] },
  rails: { ecosystem: 'ruby', application: ['*'] },
  rake: { ecosystem: 'ruby', application: ['*'] },
  bootsnap: { ecosystem: 'ruby', application: ['*'] },
  composer: {
    ecosystem: 'php',
    dependencies: ['install'],
    build: ['dump-autoload', 'dumpautoload'],
    clean: ['clear-cache'],
    tool: ['self-update', 'config'],
  },
  'docker-php-ext-install': { ecosystem: 'php', tool: ['*'] },
  'docker-php-ext-configure': { ecosystem: 'php', tool: ['*'] },
  'docker-php-ext-enable': { ecosystem: 'php', tool: ['*'] },
  pecl: { ecosystem: 'php', tool: ['*'] },
  php: { ecosystem: 'php', application: ['*'] },
  mix: {
    ecosystem: 'elixir',
    dependencies: ['deps.get', 'deps.compile', 'do deps.get'],
    build: ['compile', 'release', 'assets.deploy', 'phx.digest', 'assets.setup', 'assets.build'],
    test: ['test', 'credo'],
    tool: ['local.hex', 'local.rebar', 'archive.install', 'do local.hex'],
  },
  cmake: { ecosystem: 'c', build: ['*'] },
  ctest: { ecosystem: 'c', test: ['*'] },
  make: { ecosystem: 'c', test: ['test', 'check'], build: ['*'] },
  ninja: { ecosystem: 'c', build: ['*'] },
  meson: { ecosystem: 'c', build: ['*'] },
  configure: { ecosystem: 'c', build: ['*'] },
  autoreconf: { ecosystem: 'c', build: ['*'] },
  gcc: { ecosystem: 'c', build: ['*'] },
  'g++': { ecosystem: 'c', build: ['*'] },
  cc: { ecosystem: 'c', build: ['*'] },
  clang: { ecosystem: 'c', build: ['*'] },
  strip: { ecosystem: 'c', build: ['*'] },
  hugo: { ecosystem: 'static', build: ['*'] },
  jekyll: { ecosystem: 'static', build: ['build'] },
  mkdocs: { ecosystem: 'static', build: ['build'] },
};

const KINDS = ['dependencies', 'test', 'clean', 'tool', 'application', 'build'] as const;
/** What pip installs so that it, or another tool, can install the rest. */
export const PYTHON_TOOLS = new Set([
  'pip',
  'setuptools',
  'wheel',
  'uv',
  'poetry',
  'pipenv',
  'virtualenv',
  'build',
  'cython',
  'poetry-core',
]);
const PYTHON_COMMAND = /^python[\d.]*$/;
const PIP_COMMAND = /^pip[\d.]*$/;

/** What a command does to a project; undefined where the program is none of these. */
export function toolOf(command: ShellCommand): ToolUse | undefined {
  const words = command.words.map(word => word.value ?? word.unquoted);
  const [, ...rest] = words;
  const name = command.name ?? '';
  if (PIP_COMMAND.test(name)) return pipUse(rest);
  if (PYTHON_COMMAND.test(name)) return pythonUse(rest);
  const program = PROGRAMS[name];
  if (program === undefined) return undefined;
  if (/^(?:npm|pnpm)$/.test(name) && rest.some(word => word === '-g' || word === '--global'))
    return { kind: 'tool', ecosystem: 'node', tool: name };
  const operands =
    name === 'mvn' || name === 'mvnw' || name.startsWith('gradle')
      ? javaGoals(rest)
      : rest.filter(
          (word, index) =>
            !word.startsWith('-') && !(program.ecosystem === 'node' && CHOOSING.has(rest[index - 1] ?? '')),
        );
  const kind = KINDS.find(each => (program[each] ?? []).some(pattern => matches(pattern, operands)));
  if (kind === undefined) return undefined;
  if (/^(?:npm|yarn|pnpm|bun)$/.test(name) && kind === 'dependencies' && operands.length > 1) return undefined;
  return { kind, ecosystem: program.ecosystem, tool: name.replace(/w$/, '') };
}

/** Goals and tasks, the deciding one first: `clean package` packages. */
function javaGoals(words: readonly string[]): string[] {
  const goals = words.filter(
    (word, index) =>
      !word.startsWith('-') && !['-f', '-pl', '-P', '-p', '-x', '--file'].includes(words[index - 1] ?? ''),
  );
  const plain = goals.map(goal =>
    goal.replace(/^:/, '').replace(/^.*:(?=[a-zA-Z]+$)/, match => (match.startsWith('dependency:') ? match : '')),
  );
  return plain.toSorted((a, b) => Number(a === 'clean') - Number(b === 'clean'));
}

function matches(pattern: string, operands: readonly string[]): boolean {
  if (pattern === '*') return true;
  if (pattern === '') return operands.length === 0;
  return pattern.split(' ').every((word, index) => isWord(word, operands[index], index));
}

/** `*` is any word but the first, `build:*` a script of that kind. */
function isWord(pattern: string, word: string | undefined, index: number): boolean {
  if (pattern === '*') return index > 0;
  return word === pattern || (pattern.endsWith(':*') && word?.startsWith(pattern.slice(0, -1)) === true);
}

function pipUse(words: readonly string[]): ToolUse {
  const [verb, ...rest] = words.filter(word => !word.startsWith('--') || word === '--requirement');
  if (verb === 'cache') return { kind: 'clean', ecosystem: 'python', tool: 'pip' };
  if (verb !== 'install') return { kind: 'tool', ecosystem: 'python', tool: 'pip' };
  const names = rest.filter(word => !word.startsWith('-')).map(word => word.replace(/[[=<>~!;@ ].*/, '').toLowerCase());
  const tools =
    names.length > 0 &&
    names.every(name => PYTHON_TOOLS.has(name)) &&
    !rest.some(word => word === '-r' || word === '--requirement');
  return { kind: tools ? 'tool' : 'dependencies', ecosystem: 'python', tool: 'pip' };
}

function pythonUse(words: readonly string[]): ToolUse {
  const [first, second = '', ...rest] = words;
  if (first !== '-m') return { kind: 'application', ecosystem: 'python', tool: 'python' };
  if (second === 'pip') return pipUse(rest);
  if (second === 'venv' || second === 'ensurepip') return { kind: 'tool', ecosystem: 'python', tool: 'venv' };
  if (second === 'pytest' || second === 'unittest') return { kind: 'test', ecosystem: 'python', tool: second };
  return { kind: 'application', ecosystem: 'python', tool: 'python' };
}
