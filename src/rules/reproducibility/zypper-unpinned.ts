import { unpinned } from '../makers/unpinned.ts';

export default unpinned({
  id: 'zypper-unpinned',
  managers: ['zypper'],
  alias: 'DL3037',
  peerSubcommands: ['install', 'in'],
  hadolint: 'warning',
});
