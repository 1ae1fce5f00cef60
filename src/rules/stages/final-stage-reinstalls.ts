import type { Stage } from '../../dockerfile/model.ts';
import { defineRule } from '../../engine/rule.ts';
import { hasWastedStage, improvementOf } from '../../optimizer/improvement.ts';
import { headSpan, packageOperations, type PackageOperation } from '../../shell/operations.ts';

export default defineRule({
  id: 'final-stage-reinstalls',
  summary: 'Copy what the builder installed, and do not install it again',
  category: 'stages',
  severity: 'warning',
  applies: 'shipped',
  wholeFile: true,

  messages: {
    twice:
      '`{install}` installs again what line {line} installed, and of that stage only the source is copied: it is built for nothing.',
    again:
      '`{install}` installs again what line {line} installed, and of that stage only the source is copied: `plimsoll optimize` does with one install ({rung}).',
  },

  check(dockerfile, report, _options, invocation) {
    const [builder, ...others] = dockerfile.stages;
    const last = others.at(-1);
    if (builder === undefined || last === undefined) return;
    const again = installsOf(last).at(-1);
    const first = installsOf(builder).find(({ manager }) => manager.name === again?.manager.name);
    if (again === undefined || first === undefined) return;

    const found = improvementOf(dockerfile, invocation);
    const at = headSpan(again);
    const line = String(first.command.script.instruction.firstLine);
    const data = { install: dockerfile.text.slice(...at), line };
    if (found?.lack === 'final-stage-reinstalls') report('again', { at, data: { ...data, rung: found.rung } });
    else if (found === undefined && hasWastedStage(dockerfile, invocation.date)) report('twice', { at, data });
  },
});

function installsOf({ instructions }: Stage): readonly PackageOperation[] {
  return instructions.flatMap(packageOperations).filter(({ isFromManifest }) => isFromManifest);
}
