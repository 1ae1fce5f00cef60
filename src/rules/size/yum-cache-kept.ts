import { repositoryCacheKept } from '../makers/repository-cache-kept.ts';

export default repositoryCacheKept({
  id: 'yum-cache-kept',
  name: 'yum',
  managers: ['yum'],
  aliases: ['DL3032', 'DS-0015'],
  peers: ['yum'],
  peerSubcommands: ['install', 'group install', 'module install'],
});
