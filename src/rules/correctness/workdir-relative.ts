import type { Instruction, Stage } from '../../dockerfile/model.ts';
import { relativePath } from '../../dockerfile/relative-path.ts';
import { flag } from '../../engine/options.ts';
import { defineRule, type Fix } from '../../engine/rule.ts';
import { stateAt } from '../../images/state.ts';

export default defineRule({
  id: 'workdir-relative',
  summary: 'Begin the first WORKDIR with `/`',
  category: 'correctness',
  severity: 'warning',
  applies: 'any',
  fixable: 'unsafe',
  aliases: ['DL3000', 'WorkdirRelativePath', 'DS-0009'],
  hadolint: 'error',
  presetOptions: { hadolint: { afterAbsolute: false } },

  options: {
    afterAbsolute: flag({ about: 'Accept a relative WORKDIR below one that the file sets itself.', default: true }),
  },

  messages: {
    relative:
      '`{path}` counts from the working directory of the base image, which may be another with its next version.',
    below: '`{path}` counts from the WORKDIR above it.',
  },

  check({ instructions }, report, { afterAbsolute }) {
    const settled = new Set<Stage>();
    for (const instruction of instructions) {
      const { keyword, stage, args } = instruction;
      // As in BuildKit, the first one of a chain of stages settles it: those below it follow.
      if (keyword === 'FROM' && stage?.base.kind === 'stage' && settled.has(stage.base.stage)) settled.add(stage);
      const [word] = args;
      if (keyword !== 'WORKDIR' || stage === undefined || word === undefined) continue;
      const isBelow = settled.has(stage);
      settled.add(stage);
      const path = relativePath(instruction, word);
      if (path === undefined || path.includes('{{') || (isBelow && afterAbsolute)) continue;

      const fix = isBelow ? undefined : rooted(instruction, word.text, path, word.span[0]);
      report(isBelow ? 'below' : 'relative', { at: word.span, data: { path }, fix });
    }
  },
});

function rooted(instruction: Instruction, written: string, path: string, at: number): Fix | undefined {
  const base = stateAt(instruction)?.workdir;
  if (written !== path || !/^[\w.-]+(?:\/[\w.-]+)*\/?$/.test(path) || path.split('/').includes('..')) return undefined;
  const below = base === undefined || base === '/' ? '/' : `${base}/`;
  return { title: `Write ${below}${path}`, safety: 'unsafe', edits: [{ span: [at, at], text: below }] };
}
