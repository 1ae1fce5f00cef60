import type { Stage } from '../../dockerfile/model.ts';
import { defineRule } from '../../engine/rule.ts';

const FOR_WORK =
  /^(?:unit|integration|e2e)?[-_]?(?:tests?|testing|tester|dev|devel|development|devcontainer|dev[-_]?envs?|debug|debugger|lint|linter|ci|check|checks|local)$/;
const FOR_USE =
  /^(?:prod|production|runtime|release|final|app|main|deploy|deployment|runner|server|service|live|publish)(?:[-_](?:image|stage|runtime|app))?$/;

export default defineRule({
  id: 'final-stage-is-builder',
  summary: 'Put the stage that is to ship last',
  category: 'stages',
  severity: 'info',
  applies: 'any',
  wholeFile: true,

  messages: {
    last: '`{last}` is the last stage, so that `docker build` without `--target` makes that image and not `{runtime}` (line {line}).',
  },

  check({ stages, options }, report) {
    const last = stages.at(-1);
    const { alias } = last?.from ?? {};
    if (last?.name === undefined || alias === undefined || (options.targets ?? []).length > 0) return;
    const runtime = stages.slice(0, -1).findLast(starts);
    if (!FOR_WORK.test(last.name) || runtime?.name === undefined) return;
    const line = String(runtime.from.firstLine);
    report('last', { at: alias.span, data: { last: alias.text, runtime: runtime.name, line } });
  },
});

/** True for a stage that is named as what ships, and starts something. */
function starts({ name, instructions }: Stage): boolean {
  const isStarted = instructions.some(({ keyword }) => keyword === 'CMD' || keyword === 'ENTRYPOINT');
  return name !== undefined && FOR_USE.test(name) && isStarted;
}
