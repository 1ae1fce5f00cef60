import type { Instruction } from '../../dockerfile/model.ts';
import { defineRule } from '../../engine/rule.ts';
import { commandsOf } from '../../shell/commands.ts';
import { gitClone, gitSubcommand } from '../../shell/git.ts';

/** With these the clone is brought to a commit later. */
const PINS = ['checkout', 'reset', 'switch', 'fetch', 'worktree'];
const MOVING = /^(?:master|main|HEAD|develop|development|devel|dev|trunk|next|nightly|latest|edge)$/;

export default defineRule({
  id: 'git-clone-unpinned',
  summary: 'Clone a tag or a commit, not a branch as it is on the day of the build',
  category: 'cache',
  severity: 'info',
  applies: 'any',

  messages: {
    head: '`{repository}` is cloned without a tag or commit, and the cache keeps what it was on the day of the first build.',
    branch: '`{branch}` of `{repository}` moves on, and the cache keeps what it was on the day of the first build.',
  },

  check({ stages }, report) {
    for (const { instructions } of stages) {
      let found: number | undefined;
      const lastPin = (): number => (found ??= instructions.findLastIndex(pins));
      for (const [index, run] of instructions.entries()) {
        if (run.keyword !== 'RUN') continue;
        for (const command of commandsOf(run)) {
          const clone = gitClone(command);
          if (clone === undefined || !isRemote(clone.repository.unquoted)) continue;
          const { repository, branch } = clone;
          const isPinned = branch === undefined ? index <= lastPin() : !MOVING.test(branch);
          if (isPinned) continue;
          const data = { repository: repository.unquoted, branch: branch ?? '' };
          report(branch === undefined ? 'head' : 'branch', { at: repository.span, data });
        }
      }
    }
  },
});

function isRemote(text: string): boolean {
  return /^[a-z][a-z+.-]*:\/\/|^[\w.-]+@[\w.-]+:/i.test(text) && !text.startsWith('file:');
}

/** True for a RUN that names a commit, or has the cache thrown away. */
function pins(instruction: Instruction): boolean {
  if (instruction.keyword !== 'RUN') return false;
  return commandsOf(instruction).some(
    command =>
      PINS.includes(gitSubcommand(command) ?? '') || /bust/i.test(command.words.map(({ text }) => text).join(' ')),
  );
}
