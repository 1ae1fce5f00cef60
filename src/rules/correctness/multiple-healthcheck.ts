import { onlyLastCounts } from '../makers/only-last-counts.ts';

export default onlyLastCounts({
  id: 'multiple-healthcheck',
  keyword: 'HEALTHCHECK',
  severity: 'error',
  aliases: ['DL3012', 'MultipleInstructionsDisallowed', 'DS-0023'],
  hadolint: 'error',
});
