import type { BuildContext } from '../../context/build-context.ts';
import { nameOf } from '../../context/clean-path.ts';
import { copiedFileAt, type CopiedFile } from '../../context/copied-files.ts';
import { startedFile } from '../../context/started-file.ts';
import type { Stage } from '../../dockerfile/model.ts';
import { stageChain } from '../../dockerfile/stage-chain.ts';
import { defineRule } from '../../engine/rule.ts';
import { pathAt } from '../../images/run-paths.ts';
import { commandsOf } from '../../shell/commands.ts';

const SHEBANG = /^#![^\n]*\r\n/;
/** What takes the carriage returns out, and scripts that may do so. */
const MENDERS = /^(?:dos2unix|fromdos|flip|tr|perl|python3?|awk|git)$/;

export default defineRule({
  id: 'crlf-script',
  summary: 'Keep scripts in Unix line ends',
  category: 'runtime',
  severity: 'error',
  applies: 'any',

  messages: {
    crlf: '`{file}` has Windows line ends: Linux looks for an interpreter named `{interpreter}` and a carriage return, and finds none.',
  },

  check({ stages }, report, _options, { context }) {
    if (context === undefined) return;
    const seen = new Set<string>();
    for (const stage of stages) {
      for (const file of programsOf(stage, context)) {
        const shebang = SHEBANG.exec(context.read(file.path) ?? '')?.[0];
        const at = file.source.span;
        const key = `${at[0]} ${file.path}`;
        if (shebang === undefined || seen.has(key) || mayBeMended(stage)) continue;
        seen.add(key);
        const interpreter = shebang.slice('#!'.length).trim();
        report('crlf', { at, data: { file: nameOf(file.path), interpreter } });
      }
    }
  },
});

/** The files of the context that a stage starts, or that its RUNs run as programs. */
function programsOf(stage: Stage, context: BuildContext): readonly CopiedFile[] {
  const run = stage.instructions
    .filter(({ keyword }) => keyword === 'RUN')
    .flatMap(commandsOf)
    .flatMap(command => {
      const program = command.words[0]?.value;
      const place = program?.includes('/') === true ? pathAt(command, program) : undefined;
      return place === undefined ? [] : (copiedFileAt(stage, place, context) ?? []);
    });
  return [...run, startedFile(stage, context) ?? []].flat();
}

function mayBeMended(stage: Stage): boolean {
  return stageChain(stage)
    .flatMap(({ instructions }) => instructions.flatMap(commandsOf))
    .some(
      ({ name, words }) =>
        MENDERS.test(name ?? '') || words.some(({ text }) => /\\r|\\x0d|\\015|dos2unix|\^M/.test(text)),
    );
}
