import { unpinned } from '../makers/unpinned.ts';

export default unpinned({
  id: 'yum-unpinned',
  managers: ['yum'],
  alias: 'DL3033',
  peerSubcommands: ['install', 'module install'],
  hadolint: 'warning',
});
