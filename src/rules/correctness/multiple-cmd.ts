import { onlyLastCounts } from '../makers/only-last-counts.ts';

export default onlyLastCounts({
  id: 'multiple-cmd',
  keyword: 'CMD',
  severity: 'warning',
  aliases: ['DL4003', 'MultipleInstructionsDisallowed', 'DS-0016'],
  hadolint: 'warning',
});
