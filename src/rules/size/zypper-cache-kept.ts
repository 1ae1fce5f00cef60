import { defineRule } from '../../engine/rule.ts';
import { cleanUp, keptCachesOf } from '../../fixers/clean-up.ts';

export default defineRule({
  id: 'zypper-cache-kept',
  summary: 'Clean up the cache of zypper in the RUN that installs',
  category: 'size',
  severity: 'warning',
  applies: 'layers',
  fixable: 'safe',
  aliases: ['DL3036', 'DS-0020'],
  hadolint: 'warning',

  messages: {
    kept: '`{command}` leaves the metadata of the repositories in its cache, which then stays in the layer.',
  },

  check(dockerfile, report) {
    const use = { managers: ['zypper'], actions: ['install', 'upgrade', 'dist-upgrade'], kind: 'downloads' } as const;
    for (const kept of keptCachesOf(dockerfile, use)) {
      report('kept', { at: kept.at, data: { command: kept.command }, fix: cleanUp(dockerfile, kept) });
    }
  },
});
