import type { BuildContext } from '../../context/build-context.ts';
import { nameOf } from '../../context/clean-path.ts';
import { installFolder } from '../../context/install-folder.ts';
import { lockAgrees } from '../../context/manifests/lock-agrees.ts';
import type { PlacedFile } from '../../context/placed-files.ts';
import type { Dockerfile, RunInstruction } from '../../dockerfile/model.ts';
import { scopeAt } from '../../dockerfile/variables.ts';
import { defineRule, type Fix } from '../../engine/rule.ts';
import { addFlag } from '../../fixers/words.ts';
import { runOf } from '../../shell/kept-caches.ts';
import { headSpan, packageOperations, type PackageOperation } from '../../shell/operations.ts';

interface Tool {
  readonly subcommands: readonly string[];
  /** Undefined where a variable has to say it. */
  readonly flag: string | undefined;
  readonly variables: readonly string[];
  /** With these there is nothing to depart to. */
  readonly settled?: readonly string[];
}

/** pnpm, and Yarn from version 2 on, freeze by themselves where the environment says that it is a CI server's. */
const TOOLS: Readonly<Record<string, Tool>> = {
  yarn: {
    subcommands: ['', 'install'],
    flag: '--frozen-lockfile',
    variables: ['CI', 'YARN_ENABLE_IMMUTABLE_INSTALLS'],
    settled: ['--pure-lockfile', '--no-lockfile', '--immutable', '--no-immutable'],
  },
  pnpm: {
    subcommands: ['install', 'i'],
    flag: '--frozen-lockfile',
    variables: ['CI', 'npm_config_frozen_lockfile'],
    settled: ['--no-frozen-lockfile', '--frozen-lockfile', '--offline', '--no-lockfile', '--lockfile-only'],
  },
  bun: { subcommands: ['install', 'i'], flag: '--frozen-lockfile', variables: [], settled: ['--no-save'] },
  uv: {
    subcommands: ['sync'],
    flag: '--locked',
    variables: ['UV_LOCKED', 'UV_FROZEN'],
    settled: ['--upgrade', '-U', '--upgrade-package', '-P'],
  },
  bundle: { subcommands: ['', 'install'], flag: undefined, variables: ['BUNDLE_FROZEN', 'BUNDLE_DEPLOYMENT'] },
};

export default defineRule({
  id: 'lockfile-not-frozen',
  summary: 'Install what the lock file says, or fail',
  category: 'reproducibility',
  severity: 'warning',
  applies: 'any',
  fixable: 'safe',

  messages: {
    notFrozen: '`{command}` installs other versions than {lock} has, where that does not fit the manifest any more.',
  },

  check(dockerfile, report, _options, { context }) {
    for (const run of dockerfile.instructions.flatMap(instruction => runOf(instruction) ?? [])) {
      for (const operation of packageOperations(run)) {
        const tool = Object.hasOwn(TOOLS, operation.manager.name) ? TOOLS[operation.manager.name] : undefined;
        if (tool === undefined || !mayDepart(operation, tool) || isSet(run, operation, tool)) continue;
        const lock = installFolder(operation, run, context)?.locks[0];
        if (lock === undefined || (context !== undefined && isFrozenByFile(context))) continue;
        report('notFrozen', {
          at: headSpan(operation),
          data: { command: `${operation.manager.name} ${operation.subcommand}`.trim(), lock: nameOf(lock.place) },
          fix: freeze(dockerfile, operation, tool, lock, context),
        });
      }
    }
  },
});

function mayDepart(operation: PackageOperation, { subcommands, settled = [] }: Tool): boolean {
  const { subcommand, isFrozen, isGlobal, packages } = operation;
  if (!subcommands.includes(subcommand) || isFrozen || isGlobal || packages.length > 0) return false;
  return !operation.flags.some(({ name }) => settled.includes(name));
}

function isSet(run: RunInstruction, { command }: PackageOperation, { variables }: Tool): boolean {
  const scope = scopeAt(run);
  const own = command.script.commands.flatMap(({ assignments, words }) => [
    ...assignments.map(({ name }) => name),
    ...words.map(({ unquoted }) => unquoted.split('=')[0]),
  ]);
  return variables.some(name => ['env', 'arg'].includes(scope.get(name).kind) || own.includes(name));
}

function isFrozenByFile(context: BuildContext): boolean {
  return /enableImmutableInstalls:\s*true|frozen-lockfile\s*=\s*true/.test(
    `${context.read('.yarnrc.yml') ?? ''}\n${context.read('.npmrc') ?? ''}`,
  );
}

function freeze(
  dockerfile: Dockerfile,
  operation: PackageOperation,
  { flag }: Tool,
  { path }: PlacedFile,
  context: BuildContext | undefined,
): Fix | undefined {
  const isBerry = nameOf(path) === 'yarn.lock' && /^__metadata:/m.test(context?.read(path) ?? '');
  const added = isBerry ? '--immutable' : flag;
  const edit = added === undefined ? undefined : addFlag(dockerfile, operation, added);
  if (added === undefined || edit === undefined) return undefined;
  const safety = context !== undefined && lockAgrees(context, path) ? 'safe' : 'unsafe';
  return { title: `Add ${added}`, safety, edits: [edit] };
}
