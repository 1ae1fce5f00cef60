import { defineRule, type Fix } from '../../engine/rule.ts';
import { insertAbove } from '../../fixers/instructions.ts';
import { behindLaunchers } from '../../images/behind-launchers.ts';
import { isForDevelopment } from '../../images/for-development.ts';
import { launchBehindRuns } from '../../images/last-launch.ts';
import { ownStart } from '../../images/own-start.ts';
import { setsVariable } from '../../images/sets-variable.ts';
import { finalState } from '../../images/state.ts';

const STARTERS = new Set(['node', 'next', 'nest', 'pm2-runtime']);

export default defineRule({
  id: 'node-env-missing',
  summary: 'Run Node services with NODE_ENV=production',
  category: 'runtime',
  severity: 'info',
  recommended: false,
  applies: 'shipped',
  fixable: 'safe',

  messages: {
    missing:
      'NODE_ENV is not set, so that Express, React and others run in their slower and more talkative development mode.',
  },

  check(dockerfile, report) {
    for (const stage of dockerfile.stages) {
      const started = ownStart(stage);
      const [program = '', ...rest] = behindLaunchers(started?.words ?? []);
      if (started === undefined || finalState(stage).facts === undefined || !STARTERS.has(program) || rest.length === 0)
        continue;
      if (
        isForDevelopment(stage) ||
        /(?:^|[\s:-])(?:dev|develop|watch|tests?|lint|inspect)(?:$|[\s:-])/.test(rest.join(' '))
      )
        continue;
      if (setsVariable(stage, 'NODE_ENV')) continue;

      const launch = launchBehindRuns(stage);
      const fix: Fix | undefined = launch && {
        title: 'Set NODE_ENV',
        safety: 'safe',
        edits: [insertAbove(dockerfile, launch, ['ENV NODE_ENV=production'])],
      };
      report('missing', { at: started.at, fix });
    }
  },
});
