import { defineRule } from '../../engine/rule.ts';
import { finalState } from '../../images/state.ts';
import { commandsOf } from '../../shell/commands.ts';

const CLIENTS = ['curl', 'wget'];

export default defineRule({
  id: 'healthcheck-needs-curl',
  summary: 'Check the health with a program that the image has',
  category: 'runtime',
  severity: 'warning',
  applies: 'shipped',

  messages: {
    missing:
      'The health check calls `{program}`, which the base image lacks and nothing here installs: the container is never healthy.',
  },

  check(dockerfile, report) {
    for (const stage of dockerfile.stages) {
      const state = finalState(stage);
      const { healthcheck } = state.configuration;
      if (healthcheck?.stage !== stage) continue;

      const calls = commandsOf(healthcheck).filter(({ name }) => name !== undefined && CLIENTS.includes(name));
      // One that is there may stand in for one that is not.
      if (calls.length === 0 || calls.some(({ name = '' }) => state.hasProgram(name) !== false)) continue;
      const [{ name: program = '', words } = { name: undefined, words: [] }] = calls;
      report('missing', { at: words[0]?.span ?? healthcheck.keywordSpan, data: { program } });
    }
  },
});
