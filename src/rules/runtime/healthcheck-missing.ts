import { defineRule } from '../../engine/rule.ts';
import { finalState } from '../../images/state.ts';

export default defineRule({
  id: 'healthcheck-missing',
  summary: 'Say how the health of a container is checked',
  category: 'runtime',
  severity: 'info',
  recommended: false,
  applies: 'shipped',
  aliases: ['DL3057', 'DS-0026'],
  hadolint: 'off',

  messages: {
    missing: 'No HEALTHCHECK, so that Docker takes a program that hangs for one that works.',
  },

  check({ stages }, report) {
    for (const stage of stages) {
      if (finalState(stage).configuration.healthcheck === undefined)
        report('missing', { at: (stage.from.image ?? stage.from).span });
    }
  },
});
