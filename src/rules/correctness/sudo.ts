import type { Dockerfile } from '../../dockerfile/model.ts';
import { flag } from '../../engine/options.ts';
import { defineRule, type Fix } from '../../engine/rule.ts';
import { stateAt } from '../../images/state.ts';
import { commandsOf } from '../../shell/commands.ts';
import { runOf } from '../../shell/kept-caches.ts';
import type { ShellCommand, ShellWord } from '../../shell/model.ts';

export default defineRule({
  id: 'sudo',
  summary: 'Choose who runs a command with USER, not with sudo',
  category: 'correctness',
  severity: 'warning',
  applies: 'any',
  fixable: 'unsafe',
  aliases: ['DL3004', 'DS-0010'],
  hadolint: 'error',
  options: {
    otherAccounts: flag({ about: 'Report `sudo -u NAME` of root too, which does change the user.', default: false }),
  },
  presetOptions: { strict: { otherAccounts: true }, hadolint: { otherAccounts: true } },

  messages: {
    root: 'The build is root here already: sudo only drops variables of the environment.',
    user: 'sudo needs a rule without a password, which stays in the image and makes `{user}` root: `USER root` does not.',
    sudo: 'sudo drops variables of the environment, and is one more setuid program in the image: USER says who runs what.',
  },

  check(dockerfile, report, { otherAccounts }) {
    for (const run of dockerfile.instructions.flatMap(instruction => runOf(instruction) ?? [])) {
      const user = stateAt(run)?.user;
      const isRoot = user?.uid === 0;
      for (const command of commandsOf(run)) {
        const sudo = sudoOf(command);
        const [word] = sudo?.words ?? [];
        if (sudo === undefined || word === undefined) continue;
        if (isRoot && !otherAccounts && namesAccount(sudo)) continue;
        const isOther = user?.name !== undefined && !isRoot;
        const fix = isRoot ? withoutSudo(dockerfile, command, sudo) : undefined;
        if (isOther) report('user', { at: word.span, data: { user: user.name ?? '' } });
        else report(isRoot ? 'root' : 'sudo', { at: word.span, fix });
      }
    }
  },
});

/** The sudo around a command, or that is one by itself. */
function sudoOf(command: ShellCommand): ShellCommand | undefined {
  return command.name === 'sudo' ? command : command.wrappers.find(({ name }) => name === 'sudo');
}

/** `sudo -u app`: true where it is not root that the command is run as. */
function namesAccount({ words }: ShellCommand): boolean {
  const texts = words.map(({ unquoted }) => unquoted);
  return texts.some((text, index) => {
    const name =
      /^(?:-u|--user=)(.+)$/.exec(text)?.[1] ?? (/^(?:-u|--user)$/.test(text) ? texts[index + 1] : undefined);
    return name !== undefined && !/^(?:root|#?0)$/.test(name);
  });
}

/** The command alone, where sudo is told nothing else. */
function withoutSudo({ text }: Dockerfile, command: ShellCommand, sudo: ShellCommand): Fix | undefined {
  const [word, ...flags] = sudo.words;
  const next = command.words[0];
  const isPlain = command !== sudo && flags.length === 0 && sudo.assignments.length === 0;
  if (!isPlain || command.wrappers.at(-1) !== sudo || word === undefined || next === undefined) return undefined;
  if (command.script.origin !== 'shell-form' && command.script.origin !== 'heredoc') return undefined;
  return isBlankBetween(text, word, next)
    ? { title: 'Leave sudo out', safety: 'unsafe', edits: [{ span: [word.span[0], next.span[0]], text: '' }] }
    : undefined;
}

function isBlankBetween(text: string, word: ShellWord, next: ShellWord): boolean {
  return /^[ \t]+$/.test(text.slice(word.span[1], next.span[0]));
}
