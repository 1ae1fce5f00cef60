import { scopeAt } from '../../dockerfile/variables.ts';
import { flag } from '../../engine/options.ts';
import { defineRule } from '../../engine/rule.ts';
import { pipedInto } from '../../shell/commands.ts';
import { expandsLater } from '../../shell/literal-arguments.ts';
import type { ShellCommand, ShellWord } from '../../shell/model.ts';
import { plainScripts } from '../../shell/unquoted.ts';
import { wordingOf } from '../../shell/wording.ts';

const EXPANSION = /\$(?:\{?([A-Za-z_]\w*)|\{?\d|\()|`[^`]+`/g;

type Part = ShellWord['parts'][number];

export default defineRule({
  id: 'single-quoted-expansion',
  summary: 'Use double quotes where a variable is to be expanded',
  category: 'shell',
  severity: 'info',
  applies: 'any',
  aliases: ['SC2016'],
  hadolint: 'info',
  presetOptions: { hadolint: { all: true }, strict: { all: true } },

  options: {
    all: flag({
      about: 'Report variables too that the Dockerfile does not define, and text for files.',
      default: false,
    }),
  },
  messages: {
    literal: '`{text}` stays as it is written, since single quotes keep the shell from expanding it.',
  },

  check({ instructions }, report, { all }) {
    for (const script of instructions.flatMap(plainScripts)) {
      if (script.errors.length > 0) continue;
      for (const command of script.commands) {
        if (isMeant(command) || (!all && isForAFile(command))) continue;
        for (const word of command.words) {
          for (const part of word.parts) {
            const found = literalIn(part, command, all);
            if (found === undefined) continue;
            const start = part.pos + 1 + found.index;
            const at = word.map.sourceSpan([start, start + found[0].length]);
            report('literal', { at, data: { text: found[0] } });
          }
        }
      }
    }
  },
});

/** Commands that expand for themselves what they are given. */
function isMeant({ name, wrappers }: ShellCommand): boolean {
  if (name === 'echo' || name === 'printf') return false;
  return name === undefined || expandsLater(name) || wrappers.some(wrapper => expandsLater(wrapper.name ?? ''));
}

/** Scripts and settings that are written to files expand their variables when they are read. */
function isForAFile(command: ShellCommand): boolean {
  const { redirects, within } = command;
  return (
    redirects.some(({ operator }) => operator.includes('>')) ||
    within.some(one => one === 'group' || one === 'subshell' || one === 'function') ||
    pipedInto(command).length > 0
  );
}

function literalIn(part: Part, { script }: ShellCommand, all: boolean): RegExpExecArray | undefined {
  if (part.type !== 'SingleQuoted') return undefined;
  const scope = scopeAt(script.instruction);
  return Array.from(part.value.matchAll(EXPANSION)).find(([, name]) => {
    if (all) return true;
    if (name === undefined) return false;
    const { kind } = scope.get(name);
    return kind === 'arg' || kind === 'env' || wordingOf(script, name) !== 'foreign';
  });
}
