import type { BuildContext } from '../../context/build-context.ts';
import type { Dockerfile } from '../../dockerfile/model.ts';
import { defineRule } from '../../engine/rule.ts';
import { cleanUp, keptCachesOf } from '../../fixers/clean-up.ts';
import type { PackageOperation } from '../../shell/operations.ts';
import { BUILT_UPON, builtUponIn, layersShip } from '../makers/built-upon.ts';

export default defineRule({
  id: 'npm-cache-kept',
  summary: 'Clean up the cache of npm or Yarn in the RUN that installs',
  category: 'size',
  severity: 'info',
  applies: 'layers',
  fixable: 'safe',
  aliases: ['DL3060'],
  codes: { DL3060: 'yarn' },
  hadolint: 'info',
  options: { builtUpon: BUILT_UPON },
  presetOptions: { hadolint: { builtUpon: true } },

  messages: {
    npm: '`{command}` leaves every archive that it downloads in the cache of npm, and with it in the layer.',
    yarn: '`{command}` leaves every package that it downloads in the cache of Yarn, and with it in the layer.',
    yarnToo: '`{command}` leaves every package that it downloads in the cache of Yarn, and with it in the layer.',
  },

  check(dockerfile, report, { builtUpon }, { context }) {
    const isWanted = builtUpon ? builtUponIn(dockerfile) : layersShip;
    const use = { managers: ['npm', 'yarn'], actions: ['install'], kind: 'downloads' } as const;
    for (const kept of keptCachesOf(dockerfile, use)) {
      const { operation, operations, at, command, run } = kept;
      const { name } = operation.manager;
      // Presets of peers run a rule in every stage; no peer looks for this in one whose layers nobody gets.
      if (run.stage === undefined || !isWanted(run.stage)) continue;
      if (name === 'yarn' && mayBeBerry(operation, dockerfile, context)) continue;
      // Only Yarn 1 knows the flag; another Yarn may run the project out of its cache.
      const isSure = name === 'npm' || operation.has('--frozen-lockfile');
      const fix = cleanUp(dockerfile, kept, isSure ? 'safe' : 'unsafe');
      const isPeers = operations.some(({ subcommand }) => subcommand === 'install');
      report(name === 'npm' ? 'npm' : isPeers ? 'yarn' : 'yarnToo', { at, data: { command }, fix });
    }
  },
});

const BERRY =
  /\.yarnrc\.yml|\.yarn\/|\.pnp\.|yarn@(?:[2-9]|\^|stable|berry)|set version|yarn workspaces focus|--immutable/;

/** Yarn 2 and later keep no copy where packages are run out of the cache. */
function mayBeBerry(operation: PackageOperation, { text }: Dockerfile, context: BuildContext | undefined): boolean {
  if (operation.has('--immutable') || BERRY.test(text)) return true;
  return context?.stat('.yarnrc.yml') !== undefined || BERRY.test(context?.read('package.json') ?? '');
}
