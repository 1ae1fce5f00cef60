import type { BuildContext } from '../../context/build-context.ts';
import { copiedScript } from '../../context/entrypoint-script.ts';
import type { Instruction, Stage } from '../../dockerfile/model.ts';
import { stageChain } from '../../dockerfile/stage-chain.ts';
import { defineRule } from '../../engine/rule.ts';
import { accountMadeBy, type MadeAccount } from '../../images/account-commands.ts';
import { mainProgram, mayLeaveRoot } from '../../images/root-to-user.ts';
import { finalState } from '../../images/state.ts';
import { commandsOf } from '../../shell/commands.ts';
import type { ShellCommand, ShellWord } from '../../shell/model.ts';

/** What a name is said in without anything being run as it. */
const PREPARES =
  /^(?:useradd|adduser|groupadd|addgroup|usermod|groupmod|chown|chgrp|install|mkdir|passwd|gpasswd|chage|setfacl|echo|printf)$/;

/** Accounts of editors, which log in while people develop. */
const EDITORS = ['vscode', 'codespace', 'gitpod', 'coder'];

export default defineRule({
  id: 'user-never-used',
  summary: 'Run as the account that is made for it',
  category: 'correctness',
  severity: 'info',
  applies: 'shipped',

  messages: {
    unused: '`{name}` is made here and nothing runs as it: no USER names it, so that the container runs as root.',
  },

  check({ stages }, report, _options, { context }) {
    for (const stage of stages) {
      const { user, facts } = finalState(stage);
      if (user?.uid !== 0 || mayHandOver(stage, context)) continue;
      const used = namesUsed(stage);
      const commands = stage.instructions.flatMap(one => (one.keyword === 'RUN' ? commandsOf(one) : []));
      const isBusyBox = facts?.tools === 'busybox';
      for (const command of commands) {
        const word = accountIn(command, isBusyBox);
        const name = word?.value;
        if (word === undefined || name === undefined || EDITORS.includes(name) || used.has(name)) continue;
        report('unused', { at: word.span, data: { name } });
        break;
      }
    }
  },
});

/** True where root is how the container begins on purpose, or where what is started cannot be seen. */
function mayHandOver(stage: Stage, context: BuildContext | undefined): boolean {
  const { entrypoint, cmd } = finalState(stage).configuration;
  const program = mainProgram(stage);
  // Without a start of its own it is a base for others, which may use the account.
  if (program === undefined || (entrypoint?.instruction ?? cmd?.instruction) === undefined) return true;
  const inherited = entrypoint?.instruction === undefined ? (entrypoint?.argv ?? []) : [];
  const scripts = program.started.filter(
    name => !inherited.includes(name) && /\.sh$|entry-?point|^(?:start|run|init)/.test(name),
  );
  const texts = scripts.map(name => context && copiedScript(stage, name, context));
  return (
    texts.includes(undefined) ||
    mayLeaveRoot(
      stage,
      texts.flatMap(text => text ?? []),
    )
  );
}

/** The name of the account that a command makes. */
function accountIn(command: ShellCommand, isBusyBox: boolean): ShellWord | undefined {
  const made = accountMadeBy(command, isBusyBox);
  const isOfApplication = made?.kind === 'account' && !isOfDaemon(made) && !isBuiltBeside(command);
  return isOfApplication && made.name !== undefined
    ? command.words.findLast(({ value }) => value === made.name)
    : undefined;
}

/** Accounts that a daemon takes for its own parts: `_smtpd`, or with an empty home. */
function isOfDaemon({ name, home }: MadeAccount): boolean {
  return name?.startsWith('_') === true || home === '/var/empty';
}

/** True where the same script builds a program from its source: its installation knows the accounts that it wants. */
function isBuiltBeside({ script }: ShellCommand): boolean {
  return script.commands.some(({ name, words }) => name === 'make' && words.some(({ value }) => value === 'install'));
}

/** Every name that something may run as: an argument of a command that does more than prepare, or a word of an instruction. */
function namesUsed(stage: Stage): ReadonlySet<string> {
  return new Set(stageChain(stage).flatMap(({ instructions }) => instructions.flatMap(wordsOf)));
}

const COPYING: readonly string[] = ['COPY', 'ADD', 'WORKDIR', 'LABEL', 'VOLUME'];

function wordsOf(instruction: Instruction): readonly string[] {
  const { keyword, body } = instruction;
  if (keyword !== 'RUN') return COPYING.includes(keyword) ? [] : body.text.split(/[^\w./-]+/);
  return commandsOf(instruction)
    .filter(({ name }) => !PREPARES.test(name ?? ''))
    .flatMap(({ words, wrappers }) => [...words, ...wrappers.flatMap(wrapper => wrapper.words)])
    .map(({ unquoted }) => unquoted.split(':')[0] ?? '');
}
