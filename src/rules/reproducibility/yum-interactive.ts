import { interactive } from '../makers/interactive.ts';

export default interactive({
  id: 'yum-interactive',
  name: 'yum',
  managers: ['yum'],
  flag: '-y',
  behind: 'subcommand',
  aliases: ['DL3030'],
  isPeers: ({ action, subcommand }) => action === 'install' && subcommand !== 'reinstall',
});
