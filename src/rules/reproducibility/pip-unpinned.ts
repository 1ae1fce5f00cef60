import { unpinned } from '../makers/unpinned.ts';

export default unpinned({
  id: 'pip-unpinned',
  managers: ['pip', 'pipx'],
  alias: 'DL3013',
  hadolint: 'warning',
  isPinned: ({ constraintFiles }) => constraintFiles.length > 0,
});
