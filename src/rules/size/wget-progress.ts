import type { RunInstruction } from '../../dockerfile/model.ts';
import { flag } from '../../engine/options.ts';
import { defineRule } from '../../engine/rule.ts';
import { insertAfter } from '../../fixers/words.ts';
import { stateAt } from '../../images/state.ts';
import { commandsOf } from '../../shell/commands.ts';
import { WGET } from '../../shell/downloaded-files.ts';
import { findFlag, parseArguments } from '../../shell/flags.ts';
import { runOf } from '../../shell/kept-caches.ts';
import { flags } from '../../shell/managers/manager.ts';
import type { ShellCommand } from '../../shell/model.ts';
import { packageOperations } from '../../shell/operations.ts';

const CALM = flags('-q --quiet --no-verbose --progress -o --output-file -a --append-output');

export default defineRule({
  id: 'wget-progress',
  summary: 'Keep the progress bar of wget out of the build log',
  category: 'size',
  severity: 'info',
  recommended: false,
  applies: 'any',
  fixable: 'safe',
  aliases: ['DL3047'],
  hadolint: 'info',
  options: {
    busybox: flag({ about: "Report BusyBox's wget too, which writes little.", default: false }),
  },
  presetOptions: { hadolint: { busybox: true } },

  messages: {
    progress: '`wget` writes its progress to the build log, a line for every 50 kB that it downloads.',
  },

  check(dockerfile, report, { busybox }) {
    for (const run of dockerfile.instructions.flatMap(instruction => runOf(instruction) ?? [])) {
      for (const command of commandsOf(run)) {
        const [program] = command.words;
        if (command.name !== 'wget' || program === undefined || isCalm(command)) continue;
        const kind = kindAt(run);
        if (kind === 'busybox' && !busybox) continue;
        const edit = kind === 'gnu' ? insertAfter(dockerfile, command, program, '-nv') : undefined;
        report('progress', { at: program.span, fix: edit && { title: 'Add -nv', safety: 'safe', edits: [edit] } });
      }
    }
  },
});

function isCalm({ words }: ShellCommand): boolean {
  const parsed = parseArguments(words.slice(1), WGET);
  return findFlag(parsed.flags, CALM) !== undefined || words.some(({ unquoted }) => unquoted.startsWith('-nv'));
}

/** Whose wget it is, so far as that is known: that of a package, else that of the base image. */
function kindAt(run: RunInstruction): 'gnu' | 'busybox' | undefined {
  const state = stateAt(run);
  const operations = [...(state?.installs() ?? []).map(({ value }) => value), ...packageOperations(run)];
  if (operations.some(({ action, packages }) => action === 'install' && packages.some(({ name }) => name === 'wget'))) {
    return 'gnu';
  }
  const tools = state?.facts?.tools;
  return tools === 'gnu' || tools === 'busybox' ? tools : undefined;
}
