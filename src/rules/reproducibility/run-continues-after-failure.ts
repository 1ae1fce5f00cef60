import type { Dockerfile } from '../../dockerfile/model.ts';
import { defineRule, type Fix } from '../../engine/rule.ts';
import { lineEnd } from '../../fixers/instructions.ts';
import { takesCommands } from '../../fixers/run-commands.ts';
import { commandsBefore } from '../../shell/commands.ts';
import { mayFail } from '../../shell/failures.ts';
import { runOf } from '../../shell/kept-caches.ts';
import { statementsOf } from '../../shell/make-script.ts';
import type { ListItem, Script, ShellCommand } from '../../shell/model.ts';
import { scriptsOf } from '../../shell/script.ts';
import { hasOption } from '../../shell/shell-options.ts';
import { isPosixLike } from '../../shell/which-shell.ts';

export default defineRule({
  id: 'run-continues-after-failure',
  summary: 'Let a RUN fail where one of its commands does',
  category: 'reproducibility',
  severity: 'info',
  applies: 'any',
  fixable: 'unsafe',

  messages: {
    lost: 'Where `{command}` fails, the build goes on: without `set -e`, the last command of a script decides alone.',
  },

  check(dockerfile, report) {
    for (const run of dockerfile.instructions.flatMap(instruction => runOf(instruction) ?? [])) {
      const [script] = scriptsOf(run);
      if (script === undefined || !isPosixLike(script.shell) || script.errors.length > 0) continue;
      const command = lostFailure(script);
      if (command === undefined) continue;
      report('lost', {
        at: headOf(command),
        data: { command: dockerfile.text.slice(...headOf(command)) },
        fix: stopAtFailures(dockerfile, script),
      });
    }
  },
});

/** The first command that may fail where nothing but the next one follows from it. */
function lostFailure(script: Script): ShellCommand | undefined {
  const items = statementsOf(script);
  const last = items.at(-1);
  if (last === undefined || items.length < 2 || endsWell(last) || hasOption(script, 'errexit')) return undefined;
  const lost = areLost(items);
  for (const [index, item] of items.entries()) {
    if (item.isCompound || item.before === '||' || lost[index] !== true) continue;
    const command = item.commands.find(each => mayFail(each) && isOwn(each, item) && !entersKnownFolder(each));
    if (command !== undefined) return command;
  }
  return undefined;
}

/** In the file system of every distribution. */
const STANDARD = /^(?:\/(?:etc|home|opt|root|srv|tmp|usr|usr\/local(?:\/bin)?|usr\/src|var)?)$/;

/** `cd` to a folder that is there for sure: a standard one, the working directory, where something was copied to, or one that was made just before. */
function entersKnownFolder(command: ShellCommand): boolean {
  const { name, words, script } = command;
  const { instruction } = script;
  const path = words[1]?.value?.replace(/(?<=.)\/$/, '');
  if (name !== 'cd' || path === undefined) return false;
  const before = instruction.stage?.instructions.filter(({ index }) => index < instruction.index) ?? [];
  const made = before.flatMap(one => {
    if (one.keyword === 'WORKDIR') return one.args.map(({ text }) => text);
    return one.keyword === 'COPY' || one.keyword === 'ADD' ? [one.destination?.text ?? ''] : [];
  });
  return (
    STANDARD.test(path) || made.some(text => text.replace(/(?<=.)\/$/, '') === path) || isMadeBefore(command, path)
  );
}

function isMadeBefore(command: ShellCommand, path: string): boolean {
  return commandsBefore(command).some(
    ({ name, words }) => name === 'mkdir' && words.some(({ value }) => value?.replace(/(?<=.)\/$/, '') === path),
  );
}

/** For each item of `a && b; c`, whether its failure goes nowhere: not to what takes it behind `||`, nor to the end of the script. */
function areLost(items: readonly ListItem[]): readonly boolean[] {
  const lost: boolean[] = [];
  let next = false;
  for (const { after } of items.toReversed()) {
    if (after !== '&&') next = after !== undefined && after !== '||' && after !== '&';
    lost.push(next);
  }
  return lost.toReversed();
}

/** Whose failure is the item's own: the command itself, or the last of a pipe; not one in a substitution. */
function isOwn({ before, after, within, place }: ShellCommand, item: ListItem): boolean {
  if (within.some(enclosure => enclosure === 'substitution' || enclosure === 'negation')) return false;
  return place?.item === item && (place.pipeline === undefined || (before === '|' && after !== '|'));
}

/** `…; true` and `…; exit 0` say that failures do not matter; `… && exit 0; exit 1` says itself which do. */
function endsWell({ commands: [command], isCompound }: ListItem): boolean {
  if (command === undefined || isCompound) return false;
  const { name, words } = command;
  return name === 'true' || name === ':' || (name === 'exit' && words.length === 2);
}

/** The program with the first word that is no flag: `apt-get update`, `make install`. */
function headOf({ words: [program, second], span }: ShellCommand): readonly [number, number] {
  if (program === undefined) return span;
  const isPart = second !== undefined && /^[a-z][\w-]*$/.test(second.unquoted);
  return [program.span[0], (isPart ? second : program).span[1]];
}

function stopAtFailures(dockerfile: Dockerfile, script: Script): Fix | undefined {
  const [first] = statementsOf(script);
  if (first === undefined || !takesCommands(script)) return undefined;
  const at = first.span[0];
  const line = dockerfile.lines.position(at).line;
  const indent = dockerfile.text.slice(dockerfile.lines.start(line), at);
  if (script.isHeredoc && indent.trim() !== '') return undefined;
  const text = script.isHeredoc ? `set -e${lineEnd(dockerfile)}${indent}` : 'set -e; ';
  return { title: 'Add set -e', safety: 'unsafe', edits: [{ span: [at, at], text }] };
}
