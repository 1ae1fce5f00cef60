import { flag } from '../../engine/options.ts';
import { defineRule } from '../../engine/rule.ts';
import { cleanUp, keptCachesOf, type KeptCache } from '../../fixers/clean-up.ts';
import { unreadUpdates } from '../../shell/index-use.ts';
import { indexUsedAfter } from '../../shell/later-index-use.ts';
import { BUILT_UPON, builtUponIn, layersShip } from '../makers/built-upon.ts';

export default defineRule({
  id: 'apt-lists-kept',
  summary: 'Remove the package lists of apt in the RUN that fetches them',
  category: 'size',
  severity: 'info',
  applies: 'layers',
  fixable: 'safe',
  aliases: ['DL3009'],
  hadolint: 'info',
  options: {
    alone: flag({ about: 'Report an update that has no install in its RUN too.', default: false }),
    builtUpon: BUILT_UPON,
  },
  presetOptions: { hadolint: { alone: true, builtUpon: true } },

  messages: {
    kept: '`{command}` leaves the package lists in the layer, which nothing reads once the packages are installed.',
    shared:
      '`{command}` leaves the package lists in the layer, where `apt-get install` in a later RUN finds them out of date.',
  },

  check(dockerfile, report, { alone, builtUpon }) {
    const isWanted = builtUpon ? builtUponIn(dockerfile) : layersShip;
    const use = { managers: ['apt-get', 'apt', 'aptitude'], actions: ['update-index'], kind: 'index' } as const;
    for (const kept of keptCachesOf(dockerfile, use)) {
      // Presets of peers run a rule in every stage; no peer looks for this in one whose layers nobody gets.
      if (kept.run.stage === undefined || !isWanted(kept.run.stage) || (!alone && isAlone(kept))) continue;
      const { at, command } = kept;
      const reliance = indexUsedAfter(dockerfile, kept.run, 'debian');
      if (reliance === 'yes') report('shared', { at, data: { command } });
      else
        report('kept', {
          at,
          data: { command },
          fix: cleanUp(dockerfile, kept, reliance === 'no' ? 'safe' : 'unsafe'),
        });
    }
  },
});

/** An update that its RUN makes no use of is another fault: its lists are there for the RUNs behind it. */
function isAlone({ run, operation }: KeptCache): boolean {
  return unreadUpdates(run).some(({ command }) => command === operation.command);
}
