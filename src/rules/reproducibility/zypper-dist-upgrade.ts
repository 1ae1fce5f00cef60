import { defineRule } from '../../engine/rule.ts';
import { runOf } from '../../shell/kept-caches.ts';
import { headSpan, packageOperations } from '../../shell/operations.ts';

export default defineRule({
  id: 'zypper-dist-upgrade',
  summary: 'Take a newer base image instead of upgrading the distribution',
  category: 'reproducibility',
  severity: 'warning',
  applies: 'any',
  aliases: ['DL3035'],
  hadolint: 'warning',

  messages: {
    upgraded: '`zypper {subcommand}` turns the base image into whatever release its repositories have that day.',
  },

  check({ instructions }, report) {
    for (const run of instructions.flatMap(instruction => runOf(instruction) ?? [])) {
      for (const operation of packageOperations(run)) {
        const { manager, action, subcommand } = operation;
        if (manager.name !== 'zypper' || action !== 'dist-upgrade') continue;
        report('upgraded', { at: headSpan(operation), data: { subcommand } });
      }
    }
  },
});
