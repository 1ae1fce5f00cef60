import { defineRule } from '../../engine/rule.ts';
import { commandsOf } from '../../shell/commands.ts';
import { movingPart } from '../../text/moving-url.ts';
import { urlsFetched } from '../../shell/downloads.ts';

const VERIFIES = /^(?:sha\d+sum|shasum|b2sum|md5sum)$/;

export default defineRule({
  id: 'remote-fetch-unpinned',
  summary: 'Fetch a release, not what is the latest on the day of the build',
  category: 'cache',
  severity: 'info',
  applies: 'any',

  messages: {
    moving: '`{part}` in this URL is another file with time, and the cache keeps the first one that was fetched.',
  },

  check({ instructions }, report) {
    for (const run of instructions) {
      if (run.keyword !== 'RUN') continue;
      const commands = commandsOf(run);
      // A checksum makes the build fail once the file is another.
      if (commands.some(({ name }) => VERIFIES.test(name ?? ''))) continue;
      for (const word of commands.flatMap(urlsFetched)) {
        const part = movingPart(word.unquoted);
        if (part !== undefined) report('moving', { at: word.span, data: { part } });
      }
    }
  },
});
