import type { Dockerfile, RunInstruction } from '../../dockerfile/model.ts';
import { flag } from '../../engine/options.ts';
import { defineRule, type Fix } from '../../engine/rule.ts';
import { appendCommand, dropCommand } from '../../fixers/run-commands.ts';
import { addFlag } from '../../fixers/words.ts';
import { commandsOf } from '../../shell/commands.ts';
import { indexUsedAfter, runsScript } from '../../shell/later-index-use.ts';
import { cacheUses, isCleaned, runOf } from '../../shell/kept-caches.ts';
import { headSpan, packageOperations, type PackageOperation } from '../../shell/operations.ts';
import type { Edit } from '../../text/span.ts';

const CACHE = { managers: ['apk'], actions: ['install', 'update-index', 'upgrade'], kind: 'downloads' } as const;

const WITHOUT_INDEX: readonly string[] = ['add', 'del', 'update'];

export default defineRule({
  id: 'apk-cache-kept',
  summary: 'Install with `apk add --no-cache`',
  category: 'size',
  severity: 'info',
  applies: 'layers',
  fixable: 'safe',
  aliases: ['DL3019', 'DS-0025'],
  codes: { DL3019: 'add', 'DS-0025': 'add' },
  hadolint: 'info',
  options: {
    cleaned: flag({ about: 'Report `apk add` also where the RUN removes the cache behind it.', default: false }),
  },
  presetOptions: { hadolint: { cleaned: true } },

  messages: {
    add: '`apk add` without `--no-cache` leaves the package index in the layer.',
    update: '`apk update` leaves the package index in the layer, and `apk add --no-cache` does not read it.',
  },

  check(dockerfile, report, { cleaned }) {
    for (const run of dockerfile.instructions.flatMap(instruction => runOf(instruction) ?? [])) {
      const kept = cacheUses(run, CACHE).filter(
        operation => !operation.has('--no-network') && (cleaned || !isCleaned(operation, CACHE.kind)),
      );
      const add = kept.find(({ subcommand }) => subcommand === 'add');
      const update = kept.find(({ action }) => action === 'update-index');
      const found = add ?? (adds(run).length > 0 ? update : undefined);
      if (found === undefined) continue;
      report(found === add ? 'add' : 'update', { at: headSpan(found), fix: fixOf(dockerfile, run, kept) });
    }
  },
});

function adds(run: RunInstruction): readonly PackageOperation[] {
  return packageOperations(run).filter(({ manager, subcommand }) => manager.name === 'apk' && subcommand === 'add');
}

/** Without the cache no `apk update` is needed; what else reads the index keeps it until the end of the RUN. */
function fixOf(dockerfile: Dockerfile, run: RunInstruction, kept: readonly PackageOperation[]): Fix | undefined {
  const reliance = indexUsedAfter(dockerfile, run, 'alpine');
  if (reliance === 'yes') return undefined;
  const safety = reliance === 'no' ? 'safe' : 'unsafe';
  const operations = packageOperations(run).filter(({ manager }) => manager.name === 'apk');
  const isPlain =
    operations.every(({ subcommand }) => WITHOUT_INDEX.includes(subcommand)) && !commandsOf(run).some(runsScript);
  const edits = isPlain ? kept.map(operation => withoutCache(dockerfile, operation)) : [undefined];
  if (edits.every(edit => edit !== undefined)) {
    const isAdded = kept.some(({ subcommand }) => subcommand === 'add');
    return { title: isAdded ? 'Add --no-cache' : 'Take out apk update', safety, edits };
  }
  const removal = appendCommand(dockerfile, run, 'rm -rf /var/cache/apk/*');
  return removal && { title: 'Remove the cache of apk', safety, edits: [removal] };
}

function withoutCache(dockerfile: Dockerfile, operation: PackageOperation): Edit | undefined {
  return operation.subcommand === 'add'
    ? addFlag(dockerfile, operation, '--no-cache')
    : dropCommand(dockerfile, operation.command);
}
