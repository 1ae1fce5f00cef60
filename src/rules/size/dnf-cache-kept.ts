import { repositoryCacheKept } from '../makers/repository-cache-kept.ts';

export default repositoryCacheKept({
  id: 'dnf-cache-kept',
  name: 'dnf and microdnf',
  managers: ['dnf', 'microdnf', 'tdnf'],
  aliases: ['DL3040', 'DS-0019', 'DS-0027'],
  peers: ['dnf', 'microdnf'],
  peerSubcommands: ['install', 'reinstall', 'upgrade', 'group install', 'module install'],
});
