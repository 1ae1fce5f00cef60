import { interactive } from '../makers/interactive.ts';

export default interactive({
  id: 'zypper-interactive',
  name: 'zypper',
  managers: ['zypper'],
  answer: '--non-interactive',
  behind: 'program',
  aliases: ['DL3034'],
  isPeers: ({ action, subcommand, packages }) =>
    (action === 'install' && packages.length > 0) || action === 'remove' || subcommand === 'patch',
});
