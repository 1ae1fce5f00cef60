import { installFolder } from '../../context/install-folder.ts';
import { nameOf } from '../../context/clean-path.ts';
import { defineRule } from '../../engine/rule.ts';
import { replaceWord } from '../../fixers/words.ts';
import { runOf } from '../../shell/kept-caches.ts';
import { headSpan, packageOperations, type PackageOperation } from '../../shell/operations.ts';

export default defineRule({
  id: 'npm-install-not-ci',
  summary: 'Install what package-lock.json says with `npm ci`',
  category: 'reproducibility',
  severity: 'warning',
  applies: 'any',
  fixable: 'unsafe',

  messages: {
    install: '`npm {subcommand}` may depart from {lock} and rewrite it; `npm ci` installs what it says, or fails.',
  },

  check(dockerfile, report, _options, { context }) {
    for (const run of dockerfile.instructions.flatMap(instruction => runOf(instruction) ?? [])) {
      for (const operation of packageOperations(run)) {
        if (!isPlainInstall(operation) || operation.has('--no-package-lock', '--package-lock-only')) continue;
        const lock = installFolder(operation, run, context)?.locks[0];
        const { command, subcommand, subcommandWord } = operation;
        if (lock === undefined || subcommandWord === undefined) continue;
        const edit = operation.has(...SAVING) ? undefined : replaceWord(dockerfile, command, subcommandWord, 'ci');
        report('install', {
          at: headSpan(operation),
          data: { subcommand, lock: nameOf(lock.place) },
          fix: edit && { title: 'Use npm ci', safety: 'unsafe', edits: [edit] },
        });
      }
    }
  },
});

/** Flags that `npm ci` has no use for. */
const SAVING = ['--save', '--save-dev', '--no-save', '-S', '-D', '--save-exact', '-E', '--package-lock'];

function isPlainInstall({
  manager,
  action,
  subcommand,
  isFrozen,
  isGlobal,
  isFromManifest,
}: PackageOperation): boolean {
  if (manager.name !== 'npm' || action !== 'install' || subcommand.includes('test')) return false;
  return isFromManifest && !isFrozen && !isGlobal;
}
