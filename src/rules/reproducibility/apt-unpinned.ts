import { unpinned } from '../makers/unpinned.ts';

export default unpinned({
  id: 'apt-unpinned',
  managers: ['apt-get', 'apt', 'aptitude'],
  alias: 'DL3008',
  peers: ['apt-get'],
  peerSubcommands: ['install'],
  hadolint: 'warning',
});
