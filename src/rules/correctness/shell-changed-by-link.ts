import type { Dockerfile, Instruction } from '../../dockerfile/model.ts';
import { defineRule, type Fix } from '../../engine/rule.ts';
import { insertBelow } from '../../fixers/instructions.ts';
import { dropCommand } from '../../fixers/run-commands.ts';
import { chainOf, commandsOf } from '../../shell/commands.ts';
import { runOf } from '../../shell/kept-caches.ts';
import type { ShellCommand } from '../../shell/model.ts';
import { isPosixLike, shellNamed } from '../../shell/which-shell.ts';

export default defineRule({
  id: 'shell-changed-by-link',
  summary: 'Choose the shell with SHELL, not by replacing /bin/sh',
  category: 'correctness',
  severity: 'warning',
  applies: 'any',
  fixable: 'unsafe',
  aliases: ['DL4005'],
  hadolint: 'warning',

  messages: {
    link: 'This puts another shell under every script of the system, and the next upgrade may undo it: SHELL changes that of RUN alone.',
  },

  check(dockerfile, report) {
    for (const instruction of dockerfile.instructions) {
      const run = runOf(instruction);
      const commands = run === undefined ? [] : commandsOf(run);
      const link = commands.find(command => linkedShell(command) !== undefined);
      const shell = link && linkedShell(link);
      if (link === undefined || shell === undefined) continue;
      report('link', { at: link.span, fix: withShell(dockerfile, instruction, link, shell) });
    }
  },
});

/** The program that `/bin/sh` becomes a link to, `''` where it is not known; undefined where another link is made. */
function linkedShell({ name, words }: ShellCommand): string | undefined {
  if (name !== 'ln') return undefined;
  const operands = words.slice(1).filter(({ unquoted }) => !unquoted.startsWith('-'));
  const [target, link] = operands.map(({ unquoted }) => unquoted);
  if (operands.length !== 2 || link !== '/bin/sh' || target === undefined) return undefined;
  // No other shell, but one where there was none.
  if (target.endsWith('/sh') || target.endsWith('/busybox')) return undefined;
  const path = target.includes('/') ? target : `/bin/${target}`;
  const shell = shellNamed(path);
  return shell !== undefined && isPosixLike(shell) && /^\/[\w./-]+$/.test(path) ? path : '';
}

function withShell(
  dockerfile: Dockerfile,
  instruction: Instruction,
  command: ShellCommand,
  shell: string,
): Fix | undefined {
  if (instruction.keyword !== 'RUN' || shell === '' || command.within.length > 0) return undefined;
  const chain = chainOf(command);
  const others = chain.filter(({ commands }) => !commands.includes(command));
  const isAboutSh = others.filter(({ commands }) => commands.some(mentionsSh));
  const said = `SHELL ["${shell}", "-c"]`;
  const title = `Use ${said}`;
  // Nothing else is in the RUN but what makes room for the link.
  if (isAboutSh.length === others.length)
    return { title, safety: 'unsafe', edits: [{ span: instruction.span, text: said }] };
  const drop = isAboutSh.length > 0 ? undefined : dropCommand(dockerfile, command);
  const below = insertBelow(dockerfile, instruction, [said]);
  return drop && below && { title, safety: 'unsafe', edits: [drop, below] };
}

function mentionsSh({ words }: ShellCommand): boolean {
  return words.some(({ unquoted }) => unquoted === '/bin/sh');
}
