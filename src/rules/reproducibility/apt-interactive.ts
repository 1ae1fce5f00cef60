import { interactive } from '../makers/interactive.ts';

export default interactive({
  id: 'apt-interactive',
  name: 'apt-get',
  managers: ['apt-get', 'apt', 'aptitude'],
  answer: '-y',
  behind: 'subcommand',
  aliases: ['DL3014', 'DS-0021'],
  isPeers: ({ manager, subcommand }) => manager.name === 'apt-get' && subcommand === 'install',
});
