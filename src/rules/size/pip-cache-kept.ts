import { flag } from '../../engine/options.ts';
import { defineRule } from '../../engine/rule.ts';
import { addFlag } from '../../fixers/words.ts';
import { cacheUses, isCleaned, runOf } from '../../shell/kept-caches.ts';
import { headSpan, type PackageOperation } from '../../shell/operations.ts';

const CACHE = { managers: ['pip'], actions: ['install'], kind: 'downloads' } as const;

export default defineRule({
  id: 'pip-cache-kept',
  summary: 'Keep the cache of pip out of the image',
  category: 'size',
  severity: 'warning',
  applies: 'layers',
  fixable: 'safe',
  aliases: ['DL3042'],
  hadolint: 'warning',
  options: {
    cleaned: flag({ about: 'Report `pip install` also where the RUN removes the cache behind it.', default: false }),
  },
  presetOptions: { hadolint: { cleaned: true } },

  messages: {
    kept: '`pip install` keeps what it downloads in its cache, which nothing in the image reads again.',
  },

  check(dockerfile, report, { cleaned }) {
    for (const run of dockerfile.instructions.flatMap(instruction => runOf(instruction) ?? [])) {
      for (const operation of cacheUses(run, CACHE)) {
        if (downloadsNothing(operation) || (!cleaned && isCleaned(operation, CACHE.kind))) continue;
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
