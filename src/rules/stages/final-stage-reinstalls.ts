import type { Stage } from '../../dockerfile/model.ts';
import { defineRule } from '../../engine/rule.ts';
import { improvementOf } from '../../optimizer/improvement.ts';
import { headSpan, packageOperations, type PackageOperation } from '../../shell/operations.ts';

export default defineRule({
  id: 'final-stage-reinstalls',
  summary: 'Copy what the builder installed, and do not install it again',
  category: 'stages',
  severity: 'warning',
  applies: 'shipped',

  messages: {
    again:
      '`{install}` installs again what line {line} installed, and of that stage only the source is copied: `plimsoll optimize` does with one install ({rung}).',
  },

  check(dockerfile, report, _options, invocation) {
    const found = improvementOf(dockerfile, invocation);
    const [builder, ...others] = dockerfile.stages;
    const last = others.at(-1);
    if (found?.lack !== 'final-stage-reinstalls' || builder === undefined || last === undefined) return;
    const again = installsOf(last).at(-1);
    const first = installsOf(builder).find(({ manager }) => manager.name === again?.manager.name);
    if (again === undefined || first === undefined) return;
    const at = headSpan(again);
    const line = String(first.command.script.instruction.firstLine);
    report('again', { at, data: { install: dockerfile.text.slice(...at), line, rung: found.rung } });
  },
});

function installsOf({ instructions }: Stage): readonly PackageOperation[] {
  return instructions.flatMap(packageOperations).filter(({ isFromManifest }) => isFromManifest);
}
