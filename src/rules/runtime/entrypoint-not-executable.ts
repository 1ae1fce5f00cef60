import { nameOf } from '../../context/clean-path.ts';
import type { CopiedFile } from '../../context/copied-files.ts';
import { startedFile } from '../../context/started-file.ts';
import type { Stage } from '../../dockerfile/model.ts';
import { stageChain } from '../../dockerfile/stage-chain.ts';
import { defineRule, type Fix } from '../../engine/rule.ts';
import { addFlag } from '../../fixers/instruction-flags.ts';
import { commandsOf } from '../../shell/commands.ts';

/** What may give the executable bit, itself or in a script of which nothing is seen. */
const MODE_CHANGERS = new Set([
  'chmod',
  'install',
  'setfacl',
  'cp',
  'mv',
  'rsync',
  'python',
  'python3',
  'perl',
  'make',
  'just',
]);

export default defineRule({
  id: 'entrypoint-not-executable',
  summary: 'Let the file that the container starts be executable',
  category: 'runtime',
  severity: 'warning',
  applies: 'layers',
  fixable: 'safe',

  messages: {
    notExecutable:
      '`{file}` has no executable bit in the build context and gets none here: the container ends with "permission denied".',
  },

  check({ stages }, report, _options, { context }) {
    if (context === undefined) return;
    for (const stage of stages.filter(({ isShipped }) => isShipped)) {
      const started = startedFile(stage, context);
      if (started === undefined || context.stat(started.path)?.executable !== false) continue;
      if (hasOtherMode(started) || mayGetTheBit(stage)) continue;
      report('notExecutable', { at: started.source.span, data: { file: nameOf(started.path) }, fix: fixOf(started) });
    }
  },
});

function hasOtherMode({ copy }: CopiedFile): boolean {
  return copy.flags.some(({ name }) => name === 'chmod');
}

/** True where some command may make it executable; a script or variable in a command's place may do anything. */
function mayGetTheBit(stage: Stage): boolean {
  return stageChain(stage)
    .flatMap(({ instructions }) => instructions)
    .filter(({ keyword }) => keyword === 'RUN')
    .flatMap(commandsOf)
    .some(
      ({ name, words }) =>
        words.length > 0 &&
        (name === undefined ||
          MODE_CHANGERS.has(name) ||
          /^(?:ba|da|a|z)?sh$|\.sh$/.test(name) ||
          words.some(({ unquoted }) => /\b(?:chmod|install -m)\b/.test(unquoted))),
    );
}

/** The mode goes to all that a COPY copies, so that it is given only to one that copies this file alone. */
function fixOf({ copy, isNamed }: CopiedFile): Fix | undefined {
  if (!isNamed || copy.sources.length !== 1 || copy.keyword !== 'COPY') return undefined;
  return { title: 'Copy it with --chmod=755', safety: 'safe', edits: [addFlag(copy, '--chmod=755')] };
}
