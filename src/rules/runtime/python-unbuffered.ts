import { defineRule, type Fix } from '../../engine/rule.ts';
import { insertAbove } from '../../fixers/instructions.ts';
import { launchBehindRuns } from '../../images/last-launch.ts';
import { ownStart } from '../../images/own-start.ts';
import { setsVariable } from '../../images/sets-variable.ts';
import { finalState } from '../../images/state.ts';

const INTERPRETER = /(?:^|\/)python(?:3(?:\.\d+)?)?$/;

export default defineRule({
  id: 'python-unbuffered',
  summary: 'Let Python write its output at once',
  category: 'runtime',
  severity: 'info',
  recommended: false,
  applies: 'shipped',
  fixable: 'safe',

  messages: {
    buffered:
      'Python keeps up to 8 KB of output back where it writes to no terminal, so that logs come late or are lost in a crash.',
  },

  check(dockerfile, report) {
    for (const stage of dockerfile.stages) {
      const started = ownStart(stage);
      const at = started?.words.findIndex(word => INTERPRETER.test(word)) ?? -1;
      if (started === undefined || at === -1 || finalState(stage).facts === undefined) continue;
      if (setsVariable(stage, 'PYTHONUNBUFFERED')) continue;
      const rest = started.words.slice(at + 1);
      const flags = rest.slice(
        0,
        Math.max(
          0,
          rest.findIndex(word => !word.startsWith('-')),
        ),
      );
      if (flags.some(word => /^-[a-zA-Z]*u/.test(word)) || rest.every(word => word.startsWith('-'))) continue;

      const launch = launchBehindRuns(stage);
      const fix: Fix | undefined = launch && {
        title: 'Set PYTHONUNBUFFERED',
        safety: 'safe',
        edits: [insertAbove(dockerfile, launch, ['ENV PYTHONUNBUFFERED=1'])],
      };
      report('buffered', { at: started.at, fix });
    }
  },
});
