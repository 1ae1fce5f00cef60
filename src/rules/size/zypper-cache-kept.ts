import { repositoryCacheKept } from '../makers/repository-cache-kept.ts';

export default repositoryCacheKept({
  id: 'zypper-cache-kept',
  name: 'zypper',
  managers: ['zypper'],
  aliases: ['DL3036', 'DS-0020'],
  peers: ['zypper'],
  peerSubcommands: ['install', 'in'],
});
