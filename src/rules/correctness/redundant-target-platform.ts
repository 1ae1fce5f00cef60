import { defineRule } from '../../engine/rule.ts';
import { expand } from '../../dockerfile/variables.ts';
import { flagWord } from '../../dockerfile/word-span.ts';
import { removeFlag } from '../../fixers/instruction-flags.ts';

export default defineRule({
  id: 'redundant-target-platform',
  summary: '`--platform=$TARGETPLATFORM` says what holds anyway',
  category: 'correctness',
  severity: 'info',
  applies: 'any',
  fixable: 'safe',
  aliases: ['DL3065', 'RedundantTargetPlatform'],
  codes: { DL3065: 'redundant' },
  hadolint: 'warning',

  messages: {
    redundant: 'A stage is built for `$TARGETPLATFORM` unless it says otherwise, so the flag changes nothing.',
    redundantDefault: 'A stage is built for `$TARGETPLATFORM` unless it says otherwise, so the flag changes nothing.',
  },

  check(dockerfile, report) {
    for (const { from } of dockerfile.stages) {
      const platform = from.flags.find(({ name }) => name === 'platform');
      const word = platform && flagWord(platform);
      if (
        platform === undefined ||
        word === undefined ||
        !/^\$(?:TARGETPLATFORM|\{TARGETPLATFORM(?::?-[^{}]*)?\})$/.test(word.text)
      )
        continue;
      // A global ARG of that name with a default takes its place.
      if (expand(from, word).uses[0]?.definition.kind !== 'predefined') continue;

      report(word.text.includes('-') ? 'redundantDefault' : 'redundant', {
        at: platform.span,
        fix: { title: 'Remove the flag', safety: 'safe', edits: [removeFlag(dockerfile, platform)] },
      });
    }
  },
});
