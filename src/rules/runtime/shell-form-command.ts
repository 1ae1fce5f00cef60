import type { BuildContext } from '../../context/build-context.ts';
import { copiedScript } from '../../context/entrypoint-script.ts';
import type { CommandInstruction, Dockerfile, Instruction, Stage } from '../../dockerfile/model.ts';
import { nearJson } from '../../dockerfile/near-json.ts';
import { overridden } from '../../dockerfile/overridden.ts';
import { choice } from '../../engine/options.ts';
import { defineRule, type Fix } from '../../engine/rule.ts';
import { endsInExec, execForm, execLast, plainWords } from '../../fixers/exec-form.ts';
import { runsItsCommand } from '../../images/passes-on.ts';
import { finalState, stateAt } from '../../images/state.ts';
import { shellAt } from '../../shell/which-shell.ts';

export default defineRule({
  id: 'shell-form-command',
  summary: 'Start the program itself, not a shell that starts it',
  category: 'runtime',
  severity: 'warning',
  applies: 'shipped',
  fixable: 'safe',
  aliases: ['DL3025', 'JSONArgsRecommended'],
  hadolint: 'warning',
  presetOptions: { hadolint: { allow: 'nothing' }, buildkit: { allow: 'shell' } },
  options: {
    allow: choice({
      about:
        'Which shell forms are fine: none, that of HEALTHCHECK neither; those in a stage that has chosen its SHELL; or also those that end in `exec`.',
      default: 'exec',
      of: ['nothing', 'shell', 'exec'],
    }),
  },

  messages: {
    shell:
      'This {keyword} is run by `{shell}`, and a shell passes no signals on: `docker stop` waits, then kills the program.',
    check: 'This HEALTHCHECK is run by `{shell}`, which the image must have.',
  },

  check(dockerfile, report, { allow }, { context }) {
    const ofNoUse = overridden(dockerfile, 'CMD').concat(overridden(dockerfile, 'ENTRYPOINT'));
    const lost = new Set(allow === 'exec' ? ofNoUse.map(({ instruction }) => instruction) : []);
    for (const stage of dockerfile.stages) {
      for (const instruction of stage.instructions) {
        const { keyword, json, args } = instruction;
        if (keyword === 'HEALTHCHECK' && instruction.script !== undefined && allow === 'nothing') {
          report('check', { at: instruction.keywordSpan, data: { shell: shellOf(instruction) } });
        }
        if ((keyword !== 'CMD' && keyword !== 'ENTRYPOINT') || json || args.length === 0) continue;
        if (lost.has(instruction) || isAllowed(instruction, allow)) continue;

        report('shell', {
          at: instruction.keywordSpan,
          data: { keyword, shell: shellOf(instruction) },
          fix: fixOf(dockerfile, stage, instruction, context),
        });
      }
    }
  },
});

function shellOf(instruction: Instruction): string {
  return (stateAt(instruction)?.shell ?? ['/bin/sh', '-c']).join(' ');
}

function isAllowed(instruction: CommandInstruction, allow: 'nothing' | 'shell' | 'exec'): boolean {
  if (allow !== 'nothing' && shellAt(instruction).chosenBy === 'SHELL') return true;
  // What was meant as JSON is the business of json-form-broken.
  return allow === 'exec' && (endsInExec(instruction) || nearJson(instruction.body) !== undefined);
}

function fixOf(
  dockerfile: Dockerfile,
  stage: Stage,
  instruction: CommandInstruction,
  context: BuildContext | undefined,
): Fix | undefined {
  const edits = execForm(dockerfile, instruction);
  if (edits !== undefined) {
    const isSafe = hasNoPartner(stage, instruction) && canBeStarted(stage, instruction, context);
    return { title: 'Use the exec form', safety: isSafe ? 'safe' : 'unsafe', edits };
  }
  if (endsInExec(instruction) || nearJson(instruction.body) !== undefined) return undefined;
  const last = execLast(instruction);
  if (last === undefined) return undefined;
  // A daemon that is started before it would be left to the program.
  const safety = last.isAfterDaemons ? 'unsafe' : 'safe';
  return { title: 'Let the shell give way to the program', safety, edits: [last.edit] };
}

/** True where the two forms are put together with the other of CMD and ENTRYPOINT to the same effect. */
function hasNoPartner(stage: Stage, { keyword }: CommandInstruction): boolean {
  if (keyword === 'CMD') return runsItsCommand(stage);
  return finalState(stage).configuration.cmd?.argv?.length === 0;
}

/** A shell runs a script without `#!` itself; nothing else does. */
function canBeStarted(stage: Stage, instruction: CommandInstruction, context: BuildContext | undefined): boolean {
  const program = plainWords(instruction)?.[0]?.value ?? '';
  const name = program.slice(program.lastIndexOf('/') + 1);
  const script = context && copiedScript(stage, name, context);
  if (script !== undefined) return script.startsWith('#!') || script.startsWith('\u007FELF');
  return !/\.(?:sh|bash|ksh|zsh|py|rb|pl|js|php)$/.test(name);
}
