import type { Dockerfile, Instruction } from '../../dockerfile/model.ts';
import { everBefore } from '../../dockerfile/ever-before.ts';
import { defineRule, type Fix } from '../../engine/rule.ts';
import { addShell, shellLine } from '../../fixers/shell-instruction.ts';
import { replaceWord } from '../../fixers/words.ts';
import { stateAt } from '../../images/state.ts';
import { bashismsOf, type Bashism } from '../../shell/bashisms.ts';
import { commandsOf } from '../../shell/commands.ts';
import type { Script } from '../../shell/model.ts';
import { scriptsOf } from '../../shell/script.ts';

const BASH = ['/bin/bash', '-c'];
const SHELLS = { dash: 'dash', ash: "BusyBox's ash" } as const;

export default defineRule({
  id: 'bashism-in-sh',
  summary: 'Keep syntax of bash out of scripts that sh runs',
  category: 'portability',
  severity: 'warning',
  applies: 'any',
  fixable: 'unsafe',

  messages: {
    bashism: '`{syntax}` is for bash, and the shell of this instruction is {shell}, which does not know it.',
  },

  check(dockerfile, report) {
    const fixed = new Set<unknown>();
    for (const instruction of dockerfile.instructions) {
      for (const script of scriptsOf(instruction)) {
        const found = bashismsOf(script);
        const shell = found.length === 0 ? undefined : smallShell(script);
        if (shell === undefined) continue;
        for (const bashism of found.filter(({ inAsh }) => shell === 'dash' || !inAsh)) {
          const fix = dotFor(dockerfile, script, bashism) ?? useBash(dockerfile, script, fixed);
          report('bashism', { at: bashism.span, data: { syntax: bashism.name, shell: SHELLS[shell] }, fix });
        }
      }
    }
  },
});

/** Which small shell reads a script; undefined where it is none, or not known. */
function smallShell({ shell, instruction }: Script): 'dash' | 'ash' | undefined {
  if (shell === 'dash' || shell === 'ash') return shell;
  const known = stateAt(instruction)?.facts?.shell;
  if (shell !== 'sh' || (known !== 'dash' && known !== 'ash')) return undefined;
  // Another shell may stand in the place of `/bin/sh`.
  return isReplacedBefore(instruction) || replacesSh(instruction) ? undefined : known;
}

const REPLACING = new Set([
  'ln',
  'mv',
  'cp',
  'rm',
  'dpkg-reconfigure',
  'dpkg-divert',
  'update-alternatives',
  'add-shell',
]);
const SH = /^(?:(?:\/usr)?\/bin\/)?(?:sh|dash)$/;

function replacesSh(instruction: Instruction): boolean {
  return commandsOf(instruction).some(
    ({ name = '', words }) => REPLACING.has(name) && words.some(({ unquoted }) => SH.test(unquoted)),
  );
}

const isReplacedBefore = everBefore(replacesSh);

/** `. /x/activate` is what sh calls `source /x/activate`. */
function dotFor(dockerfile: Dockerfile, script: Script, { name, span }: Bashism): Fix | undefined {
  const command = script.commands.find(({ words }) => words[0]?.span[0] === span[0]);
  const [word, file] = command?.words ?? [];
  if (name !== 'source' || command === undefined || word === undefined || file?.unquoted.includes('/') !== true)
    return undefined;
  const edit = replaceWord(dockerfile, command, word, '.');
  return edit && { title: 'Write . for source', safety: 'unsafe', edits: [edit] };
}

/** bash for the rest of the stage, once, where the image has it. */
function useBash(dockerfile: Dockerfile, script: Script, fixed: Set<unknown>): Fix | undefined {
  const { instruction, shell } = script;
  if (instruction.keyword !== 'RUN' || shell !== 'sh' || fixed.has(instruction.stage)) return undefined;
  const edit =
    stateAt(instruction)?.hasProgram('bash') === true ? addShell(dockerfile, instruction, script, BASH) : undefined;
  if (edit === undefined) return undefined;
  fixed.add(instruction.stage);
  return { title: `Add ${shellLine(BASH)}`, safety: 'unsafe', edits: [edit] };
}
