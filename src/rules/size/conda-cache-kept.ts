import { defineRule } from '../../engine/rule.ts';
import { cleanUp, keptCachesOf } from '../../fixers/clean-up.ts';

export default defineRule({
  id: 'conda-cache-kept',
  summary: 'Clean up the cache of conda in the RUN that installs',
  category: 'size',
  severity: 'info',
  applies: 'layers',
  fixable: 'safe',

  messages: {
    kept: '`{command}` leaves the archives of its packages and the index of its channels in the layer.',
  },

  check(dockerfile, report) {
    const use = {
      managers: ['conda', 'mamba', 'micromamba'],
      actions: ['install', 'upgrade'],
      kind: 'downloads',
    } as const;
    for (const kept of keptCachesOf(dockerfile, use)) {
      report('kept', { at: kept.at, data: { command: kept.command }, fix: cleanUp(dockerfile, kept) });
    }
  },
});
