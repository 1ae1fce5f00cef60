import type { Dockerfile, RunInstruction } from '../../dockerfile/model.ts';
import { flag } from '../../engine/options.ts';
import { defineRule, type Fix } from '../../engine/rule.ts';
import { addShell, shellLine } from '../../fixers/shell-instruction.ts';
import { pipefailShell } from '../../images/pipefail-shell.ts';
import { itemOf, pipelineOf } from '../../shell/commands.ts';
import { acceptsNothing, mayFail } from '../../shell/failures.ts';
import { runOf } from '../../shell/kept-caches.ts';
import type { Script, ShellCommand } from '../../shell/model.ts';
import { scriptsOf } from '../../shell/script.ts';
import { hasOption } from '../../shell/shell-options.ts';
import { isPosixLike } from '../../shell/which-shell.ts';

export default defineRule({
  id: 'pipefail-missing',
  summary: 'Let a pipe fail where a command before its last one does',
  category: 'reproducibility',
  severity: 'info',
  applies: 'any',
  fixable: 'unsafe',
  aliases: ['DL4006'],
  hadolint: 'warning',
  options: {
    everyPipe: flag({
      about: 'Report every pipe without `pipefail`, whatever its commands and the shell of the base image.',
      default: false,
    }),
  },
  presetOptions: { hadolint: { everyPipe: true } },

  messages: {
    unseen: 'Where `{command}` fails, nothing tells: a pipe has the status of its last command, `{last}`.',
  },

  check(dockerfile, report, { everyPipe }) {
    const fixed = new Set<unknown>();
    for (const run of dockerfile.instructions.flatMap(instruction => runOf(instruction) ?? [])) {
      const shell = pipefailShell(run);
      if (shell === undefined && !everyPipe) continue;
      const found = everyPipe ? anyPipe(run) : scriptsOf(run).flatMap(lostFailures);
      for (const { command, last, script } of found.slice(0, 1)) {
        const fix = fixed.has(run.stage) ? undefined : setShell(dockerfile, run, script, shell);
        if (fix !== undefined) fixed.add(run.stage);
        report('unseen', {
          at: command.words[0]?.span ?? command.span,
          data: {
            command: command.name ?? command.words[0]?.text ?? '',
            last: last?.name ?? last?.words[0]?.text ?? '',
          },
          fix,
        });
      }
    }
  },
});

interface Lost {
  readonly command: ShellCommand;
  readonly last: ShellCommand | undefined;
  readonly script: Script;
}

/** The pipes of a script where a command may fail that nothing behind it notices. */
function lostFailures(script: Script): readonly Lost[] {
  if (script.origin === 'exec-form') return [];
  return script.commands.flatMap(last => {
    if (last.before !== '|' && last.before !== '|&') return [];
    const members = pipelineOf(last);
    if (members.at(-1)?.[0] !== last || !acceptsNothing(last) || !counts(last)) return [];
    const command = members
      .slice(0, -1)
      .flat()
      // What fails in a substitution is lost with `pipefail` too.
      .find(one => mayFail(one) && !one.within.includes('substitution'));
    if (command === undefined || hasOption(script, 'pipefail', last)) return [];
    return [{ command, last, script }];
  });
}

const TAKEN = ['condition', 'negation', 'substitution', 'process-substitution', 'function', 'coproc'] as const;

/** True where the status of a pipe decides on that of the whole: nothing else takes it, and nothing overwrites it. */
function counts(command: ShellCommand): boolean {
  const item = itemOf(command);
  if (item === undefined || command.within.some(enclosure => TAKEN.some(taken => taken === enclosure))) return false;
  if (item.after === '||' || item.after === '&') return false;
  return item.after === '&&' || item.after === undefined || hasOption(command.script, 'errexit', command);
}

function anyPipe(run: RunInstruction): readonly Lost[] {
  const [script] = scriptsOf(run);
  if (script === undefined || script.origin === 'exec-form' || !isPosixLike(script.shell)) return [];
  const command = script.commands.find(({ after, before }) =>
    [after, before].some(joint => joint === '|' || joint === '|&'),
  );
  if (command === undefined || hasOption(script, 'pipefail', command)) return [];
  return [{ command, last: pipelineOf(command).at(-1)?.[0], script }];
}

/** The SHELL for all that follows in the stage. */
function setShell(
  dockerfile: Dockerfile,
  run: RunInstruction,
  script: Script,
  words: readonly string[] | undefined,
): Fix | undefined {
  const edit = words === undefined ? undefined : addShell(dockerfile, run, script, words);
  if (words === undefined || edit === undefined) return undefined;
  return { title: `Add ${shellLine(words)}`, safety: 'unsafe', edits: [edit] };
}
