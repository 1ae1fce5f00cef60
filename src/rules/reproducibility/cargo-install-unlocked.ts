import type { BuildContext } from '../../context/build-context.ts';
import { installFolder } from '../../context/install-folder.ts';
import { lockAgrees } from '../../context/manifests/lock-agrees.ts';
import type { RunInstruction } from '../../dockerfile/model.ts';
import { defineRule } from '../../engine/rule.ts';
import { addFlag } from '../../fixers/words.ts';
import { runOf } from '../../shell/kept-caches.ts';
import { headSpan, packageOperations, type PackageOperation } from '../../shell/operations.ts';

export default defineRule({
  id: 'cargo-install-unlocked',
  summary: 'Build with the versions that Cargo.lock has',
  category: 'reproducibility',
  severity: 'info',
  applies: 'any',
  fixable: 'safe',

  messages: {
    install: '`cargo install` leaves the Cargo.lock of {crate} aside and takes the newest dependencies of the day.',
    build: '`cargo {subcommand}` rewrites a Cargo.lock that does not fit the manifest any more, without a word.',
  },

  check(dockerfile, report, _options, { context }) {
    for (const run of dockerfile.instructions.flatMap(instruction => runOf(instruction) ?? [])) {
      for (const operation of packageOperations(run)) {
        const { manager, subcommand, isFrozen } = operation;
        if (manager.name !== 'cargo' || isFrozen || operation.has('--offline')) continue;
        const found = subcommand === 'install' ? installed(operation) : built(operation, run, context);
        if (found === undefined) continue;
        const edit = addFlag(dockerfile, operation, '--locked');
        const fix = edit && ({ title: 'Add --locked', safety: found.safety, edits: [edit] } as const);
        const at = headSpan(operation);
        if (found.crate === undefined) report('build', { at, data: { subcommand }, fix });
        else report('install', { at, data: { crate: found.crate }, fix });
      }
    }
  },
});

interface Found {
  readonly crate: string | undefined;
  readonly safety: 'safe' | 'unsafe';
}

/** Crates of a registry or of a repository, which bring a lock file. */
function installed(operation: PackageOperation): Found | undefined {
  if (operation.has('--path', '--list', '--index')) return undefined;
  const git = operation.flag('--git')?.value;
  const crates = operation.packages.flatMap(({ name }) => name ?? []);
  const [crate = git] = crates;
  if (crate === undefined) return undefined;
  // An old release may have been locked to what a new compiler does not take.
  const isNewest = operation.version === undefined && operation.packages.every(({ version }) => version === undefined);
  return {
    crate: crates.length > 1 ? 'each crate' : `\`${crate}\``,
    safety: isNewest && git === undefined ? 'safe' : 'unsafe',
  };
}

function built(operation: PackageOperation, run: RunInstruction, context: BuildContext | undefined): Found | undefined {
  if (operation.subcommand !== 'build' && operation.subcommand !== 'b') return undefined;
  const lock = installFolder(operation, run, context)?.locks[0];
  if (lock === undefined) return undefined;
  const agrees = context !== undefined && lockAgrees(context, lock.path);
  return { crate: undefined, safety: agrees ? 'safe' : 'unsafe' };
}
