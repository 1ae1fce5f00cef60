import type { Instruction, Stage } from '../../dockerfile/model.ts';
import { effectiveBase, type BottomBase } from '../../dockerfile/stage-chain.ts';
import { relativePath } from '../../dockerfile/relative-path.ts';
import { flag } from '../../engine/options.ts';
import { defineRule } from '../../engine/rule.ts';
import { stateAt } from '../../images/state.ts';

export default defineRule({
  id: 'copy-relative-destination',
  summary: 'Set WORKDIR before copying to a relative path',
  category: 'correctness',
  severity: 'warning',
  applies: 'any',
  aliases: ['DL3045'],
  hadolint: 'warning',
  presetOptions: { hadolint: { knownImages: false } },

  options: {
    knownImages: flag({
      about: 'Accept base images whose working directory is known, and report another one once.',
      default: true,
    }),
  },

  messages: {
    relative:
      '`{path}` counts from the working directory of the base image, which nothing here says: set WORKDIR first.',
  },

  check({ instructions }, report, { knownImages }) {
    const withWorkdir = new Set<Stage>();
    // One base image is one cause.
    const told = new Set<BottomBase>();
    for (const instruction of instructions) {
      const { keyword, stage } = instruction;
      if (stage === undefined) continue;
      const isInherited = keyword === 'FROM' && stage.base.kind === 'stage' && withWorkdir.has(stage.base.stage);
      if (keyword === 'WORKDIR' || isInherited) withWorkdir.add(stage);
      if (keyword !== 'COPY' || withWorkdir.has(stage)) continue;
      const path = relativeDestination(instruction);
      if (path === undefined || (knownImages && stateAt(instruction)?.workdir !== undefined)) continue;

      const bottom = effectiveBase(stage);
      if (knownImages && told.has(bottom)) continue;
      told.add(bottom);
      report('relative', { at: instruction.destination?.span ?? instruction.keywordSpan, data: { path } });
    }
  },
});

function relativeDestination(instruction: Instruction & { readonly keyword: 'COPY' | 'ADD' }): string | undefined {
  const { destination } = instruction;
  const path = destination && relativePath(instruction, destination);
  return path === '' ? undefined : path;
}
