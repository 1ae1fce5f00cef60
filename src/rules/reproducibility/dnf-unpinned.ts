import { unpinned } from '../makers/unpinned.ts';

export default unpinned({
  id: 'dnf-unpinned',
  managers: ['dnf', 'microdnf', 'tdnf'],
  alias: 'DL3041',
  peers: ['dnf', 'microdnf'],
  peerSubcommands: ['install', 'module install'],
  hadolint: 'warning',
});
