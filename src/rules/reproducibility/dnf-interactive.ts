import { interactive } from '../makers/interactive.ts';

export default interactive({
  id: 'dnf-interactive',
  name: 'dnf',
  managers: ['dnf', 'microdnf', 'tdnf'],
  flag: '-y',
  behind: 'subcommand',
  aliases: ['DL3038'],
  isPeers: ({ action, manager }) => action === 'install' && manager.name !== 'tdnf',
});
