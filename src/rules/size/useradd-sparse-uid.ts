import { scopeAt } from '../../dockerfile/variables.ts';
import { defineRule } from '../../engine/rule.ts';
import { insertAfter } from '../../fixers/words.ts';
import { commandsOf } from '../../shell/commands.ts';
import { findFlag, parseArguments } from '../../shell/flags.ts';
import { flags } from '../../shell/managers/manager.ts';
import type { ShellCommand } from '../../shell/model.ts';

const SYNTAX = {
  valueFlags: flags(`
    -b --base-dir -c --comment -d --home-dir --home -e --expiredate -f --inactive -g --gid -G --groups -k --skel
    -K --key -p --password -P --prefix -R --root -s --shell -u --uid -Z --selinux-user
  `),
};
const HIGHEST_DENSE = 99_999;

export default defineRule({
  id: 'useradd-sparse-uid',
  summary: 'Make accounts with high numbers without login records',
  category: 'size',
  severity: 'warning',
  applies: 'layers',
  fixable: 'safe',
  aliases: ['DL3046'],
  hadolint: 'warning',

  messages: {
    sparse: '`useradd` with the number {uid} stretches `/var/log/lastlog` to {size}, which a layer may hold in full.',
  },

  check(dockerfile, report) {
    for (const command of dockerfile.instructions.flatMap(commandsOf)) {
      const [program] = command.words;
      if (command.name !== 'useradd' || program === undefined) continue;
      const parsed = parseArguments(command.words.slice(1), SYNTAX);
      const given = findFlag(parsed.flags, ['-u', '--uid']);
      const uid = Number(valueOf(command, given?.value ?? ''));
      const isSpared = findFlag(parsed.flags, ['-l', '--no-log-init']) !== undefined;
      if (given === undefined || isSpared || !(uid > HIGHEST_DENSE)) continue;
      const edit = insertAfter(dockerfile, command, program, '--no-log-init');
      report('sparse', {
        at: (given.valueWord ?? given.word).span,
        data: { uid: String(uid), size: sizeOf(uid) },
        fix: edit && { title: 'Add --no-log-init', safety: 'safe', edits: [edit] },
      });
    }
  },
});

/** The number as it is written, or as an ARG or ENV has it. */
function valueOf({ script }: ShellCommand, written: string): string | undefined {
  const [, name] = /^\$\{?(\w+)\}?$/.exec(written) ?? [];
  if (name === undefined) return /^\d+$/.test(written) ? written : undefined;
  const definition = scopeAt(script.instruction).get(name);
  return 'value' in definition ? definition.value : undefined;
}

const RECORD_BYTES = 292;

function sizeOf(uid: number): string {
  const megabytes = Math.round((uid * RECORD_BYTES) / 1e6);
  return megabytes < 1000 ? `${megabytes} MB` : `${Math.round(megabytes / 1000)} GB`;
}
