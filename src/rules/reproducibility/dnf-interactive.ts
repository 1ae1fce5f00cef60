import { interactive } from '../makers/interactive.ts';

export default interactive({
  id: 'dnf-interactive',
  name: 'dnf',
  // microdnf never asks; it takes `-y` for the sake of scripts that are written for dnf.
  managers: ['dnf', 'tdnf'],
  flag: '-y',
  behind: 'subcommand',
  aliases: ['DL3038'],
  isPeers: ({ action, manager }) => action === 'install' && manager.name === 'dnf',
});
