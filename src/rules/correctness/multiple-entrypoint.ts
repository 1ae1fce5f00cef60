import { onlyLastCounts } from '../makers/only-last-counts.ts';

export default onlyLastCounts({
  id: 'multiple-entrypoint',
  keyword: 'ENTRYPOINT',
  severity: 'error',
  aliases: ['DL4004', 'MultipleInstructionsDisallowed', 'DS-0007'],
  hadolint: 'error',
});
