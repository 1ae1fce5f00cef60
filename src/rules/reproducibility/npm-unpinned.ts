import { unpinned } from '../makers/unpinned.ts';

export default unpinned({
  id: 'npm-unpinned',
  managers: ['npm'],
  alias: 'DL3016',
  peerSubcommands: ['install'],
  hadolint: 'warning',
});
