import type { Rule } from '../engine/rule.ts';

/** Every rule, by category; where the fixes of two meet, that of the earlier one goes first. */
export const rules: readonly Rule[] = [
  // correctness
  // cache
  // size
  // stages
  // security
  // reproducibility
  // runtime
  // portability
  // labels
  // style
  // shell
];
