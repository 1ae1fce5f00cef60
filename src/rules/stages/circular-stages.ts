import type { Stage } from '../../dockerfile/model.ts';
import { stageCircles } from '../../dockerfile/stage-circles.ts';
import { defineRule } from '../../engine/rule.ts';

export default defineRule({
  id: 'circular-stages',
  summary: 'Stages cannot need each other',
  category: 'stages',
  severity: 'error',
  applies: 'any',
  wholeFile: true,

  messages: {
    circle: '{stage} takes from {later}, which itself needs {stage}: neither can be built first.',
  },

  check(dockerfile, report) {
    for (const { span, stage, later } of stageCircles(dockerfile))
      report('circle', { at: span, data: { stage: nameOf(stage), later: nameOf(later) } });
  },
});

function nameOf({ name, index, from }: Stage): string {
  return name === undefined ? `stage ${index} (line ${from.firstLine})` : `\`${name}\``;
}
