import { cache } from './cache.ts';
import { correctness } from './correctness.ts';
import { portability } from './portability.ts';
import { reproducibility } from './reproducibility.ts';
import { runtime } from './runtime.ts';
import { security } from './security.ts';
import { shell } from './shell.ts';
import { size } from './size.ts';
import { stages } from './stages.ts';
import { style } from './style.ts';
import type { MeaningCase } from './case.ts';

export const cases: readonly MeaningCase[] = [
  ...cache,
  ...correctness,
  ...portability,
  ...reproducibility,
  ...runtime,
  ...security,
  ...shell,
  ...size,
  ...stages,
  ...style,
];
