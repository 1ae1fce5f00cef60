import { interactive } from '../makers/interactive.ts';

export default interactive({
  id: 'yum-interactive',
  name: 'yum',
  managers: ['yum'],
  answer: '-y',
  behind: 'subcommand',
  aliases: ['DL3030'],
  isPeers: ({ action, subcommand }) => action === 'install' && subcommand !== 'reinstall',
});
