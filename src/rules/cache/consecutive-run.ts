import type { RunInstruction } from '../../dockerfile/model.ts';
import { defineRule } from '../../engine/rule.ts';
import { mergeRuns } from '../../fixers/merge-runs.ts';
import { commandsOf } from '../../shell/commands.ts';
import type { ShellCommand } from '../../shell/model.ts';
import { isPosixLike, shellAt } from '../../shell/which-shell.ts';

export default defineRule({
  id: 'consecutive-run',
  summary: 'Make one layer of short RUNs that follow one another',
  category: 'cache',
  severity: 'info',
  recommended: false,
  applies: 'any',
  fixable: 'unsafe',
  aliases: ['DL3059'],
  hadolint: 'info',

  messages: {
    consecutive: 'This RUN and the one in line {line} make a layer each, for one command.',
  },

  check(dockerfile, report) {
    let first: RunInstruction | undefined;
    for (const [index, run] of dockerfile.instructions.entries()) {
      if (run.keyword !== 'RUN') {
        first = undefined;
        continue;
      }
      if (first === undefined || !isShort(first) || !isShort(run) || flagsOf(first) !== flagsOf(run)) {
        first = run;
        continue;
      }
      const previous = dockerfile.instructions[index - 1];
      report('consecutive', {
        at: run.keywordSpan,
        data: { line: String(first.firstLine) },
        fix: previous?.keyword === 'RUN' ? mergeRuns(dockerfile, previous, run) : undefined,
      });
    }
  },
});

/** Commands of the RUN's own script, in the JSON form that of `sh -c`, but for those that a variable names. */
function counts({ name, words, script: { carrier, origin } }: ShellCommand): boolean {
  const isOwn = carrier === undefined ? origin !== 'exec-form' : carrier.script.origin === 'exec-form';
  return isOwn && name !== '[' && words[0]?.value !== undefined;
}

const QUOTED = /"[^"]*"|'[^']*'/g;

/** A RUN that joins commands is taken to be a layer of its own on purpose, as hadolint does; a `[ … ]` is no command there. */
function isShort(run: RunInstruction): boolean {
  if (!isPosixLike(shellAt(run).name)) return !/;|&&/.test(run.body.text.replace(QUOTED, ''));
  return commandsOf(run).filter(counts).length <= 1;
}

function flagsOf({ flags }: RunInstruction): string {
  return flags
    .map(({ name, value }) => `${name}=${value ?? ''}`)
    .toSorted()
    .join(' ');
}
