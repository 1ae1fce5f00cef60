import { flag } from '../../engine/options.ts';
import { defineRule } from '../../engine/rule.ts';
import { packageOperations } from '../../shell/operations.ts';

const OPERATING_SYSTEMS = ['debian', 'alpine', 'rpm', 'suse'];

export default defineRule({
  id: 'package-upgrade',
  summary: 'Take upgrades from the base image, not from an upgrade of all packages',
  category: 'security',
  severity: 'info',
  applies: 'any',
  aliases: ['DS-0024'],
  codes: { 'DS-0024': 'distUpgrade' },
  options: {
    upgrade: flag({
      about: 'Report upgrades within a release too: `apt-get upgrade`, `apk upgrade`, `dnf upgrade`.',
      default: false,
    }),
  },
  presetOptions: { strict: { upgrade: true } },

  messages: {
    distUpgrade:
      '`{command}` may install and remove whatever the archive asks for on the day of the build: the same Dockerfile makes another system.',
    upgrade:
      '`{command}` makes another image every day and stores replaced files twice: a newer base image has the same fixes.',
  },

  check({ instructions }, report, { upgrade }) {
    for (const { manager, action, packages, program, subcommand, subcommandWord } of instructions.flatMap(
      packageOperations,
    )) {
      if (!OPERATING_SYSTEMS.includes(manager.ecosystem)) continue;
      const at = (subcommandWord ?? program).span;
      const command = `${manager.name} ${subcommand}`;
      if (action === 'dist-upgrade' && manager.ecosystem === 'debian') report('distUpgrade', { at, data: { command } });
      else if (upgrade && action === 'upgrade' && packages.length === 0) report('upgrade', { at, data: { command } });
    }
  },
});
