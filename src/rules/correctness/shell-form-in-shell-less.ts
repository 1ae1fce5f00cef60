import type { CopyInstruction, Instruction } from '../../dockerfile/model.ts';
import { effectiveBase, inheritedInstructions } from '../../dockerfile/stage-chain.ts';
import { expand } from '../../dockerfile/variables.ts';
import { defineRule } from '../../engine/rule.ts';
import { stateAt } from '../../images/state.ts';
import { commandsOf } from '../../shell/commands.ts';

export default defineRule({
  id: 'shell-form-in-shell-less',
  summary: 'Where there is no shell, only the exec form runs',
  category: 'correctness',
  severity: 'error',
  applies: 'any',

  messages: {
    run: '{base} has no /bin/sh, so that this RUN fails.',
    start: '{base} has no /bin/sh, which the shell form starts: write a JSON array.',
  },

  check({ instructions }, report) {
    for (const instruction of instructions) {
      const { keyword, stage } = instruction;
      const isStart = keyword === 'CMD' || keyword === 'ENTRYPOINT' || keyword === 'HEALTHCHECK';
      if (stage === undefined || !(keyword === 'RUN' || (isStart && stage.layersShip))) continue;
      if (!isShellForm(instruction) || stateAt(instruction)?.shell[0] !== '/bin/sh') continue;
      if (!lacksShell(instruction) || mayMountShell(instruction)) continue;
      const base = effectiveBase(stage);
      const name = base.kind === 'image' ? `\`${base.image.text}\`` : '`scratch`';
      report(isStart ? 'start' : 'run', { at: instruction.keywordSpan, data: { base: name } });
    }
  },
});

function isShellForm(instruction: Instruction): boolean {
  return 'script' in instruction && instruction.script !== undefined && instruction.script.text.trim() !== '';
}

function mayMountShell(instruction: Instruction): boolean {
  return instruction.keyword === 'RUN' && instruction.mounts.some(({ type }) => type === 'bind');
}

function lacksShell(instruction: Instruction): boolean {
  const state = stateAt(instruction);
  const has = state?.hasProgram('sh');
  if (has !== undefined || state?.facts?.has('sh') !== false) return has === false;
  const before = [...(instruction.stage === undefined ? [] : inheritedInstructions(instruction.stage))];
  before.push(...(instruction.stage?.instructions ?? []).filter(({ index }) => index < instruction.index));
  const copies = before.flatMap(one => (one.keyword === 'COPY' || one.keyword === 'ADD' ? one : []));
  const started = commandsOf(instruction)[0]?.words[0]?.value;
  const isOnlyCopied = before.every(({ keyword }) => keyword !== 'RUN' && keyword !== 'ONBUILD');
  return isOnlyCopied && copies.every(copy => isOutOfTheWay(copy) || isFile(copy, started));
}

/** True for a copy into a folder of its own, where `/bin/sh` cannot be. */
function isOutOfTheWay(copy: CopyInstruction): boolean {
  const target = copy.destination && expand(copy, copy.destination).value;
  return target !== undefined && /^\/[^/]+/.test(target) && !/^\/(?:usr|s?bin)(?:\/|$)/.test(target);
}

/** True for the copy of the very file that is started, so that it is no folder full of others. */
function isFile({ sources, destination }: CopyInstruction, started: string | undefined): boolean {
  const [source, ...others] = sources;
  const name = source?.text.slice(source.text.lastIndexOf('/') + 1);
  return (
    others.length === 0 && name !== undefined && name !== '' && destination?.text === '/' && started === `/${name}`
  );
}
