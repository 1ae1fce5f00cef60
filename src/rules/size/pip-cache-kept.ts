import { defineRule } from '../../engine/rule.ts';
import { addFlag } from '../../fixers/words.ts';
import { keptCaches, runOf } from '../../shell/kept-caches.ts';
import { headSpan, type PackageOperation } from '../../shell/operations.ts';

export default defineRule({
  id: 'pip-cache-kept',
  summary: 'Keep the cache of pip out of the image',
  category: 'size',
  severity: 'warning',
  applies: 'layers',
  fixable: 'safe',
  aliases: ['DL3042'],
  hadolint: 'warning',

  messages: {
    kept: '`pip install` keeps what it downloads in its cache, which nothing in the image reads again.',
  },

  check(dockerfile, report) {
    for (const run of dockerfile.instructions.flatMap(instruction => runOf(instruction) ?? [])) {
      for (const operation of keptCaches(run, { managers: ['pip'], actions: ['install'], kind: 'downloads' })) {
        if (downloadsNothing(operation)) continue;
        const edit = addFlag(dockerfile, operation, '--no-cache-dir');
        report('kept', {
          at: headSpan(operation),
          fix: edit && { title: 'Add --no-cache-dir', safety: 'safe', edits: [edit] },
        });
      }
    }
  },
});

function downloadsNothing(operation: PackageOperation): boolean {
  const { packages, requirementFiles } = operation;
  if (operation.has('--no-index')) return true;
  return operation.has('--no-deps') && requirementFiles.length === 0 && packages.every(({ kind }) => kind === 'file');
}
