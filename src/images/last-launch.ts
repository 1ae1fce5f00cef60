import type { Instruction, Stage } from '../dockerfile/model.ts';

/** The first of a stage's own ENTRYPOINT and CMD, where no RUN follows: what is set above it changes how the program runs, and nothing in the build. */
export function launchBehindRuns({ instructions }: Stage): Instruction | undefined {
  const launch = instructions.find(({ keyword }) => keyword === 'ENTRYPOINT' || keyword === 'CMD');
  const isLast = !instructions.some(({ keyword, index }) => keyword === 'RUN' && index > (launch?.index ?? 0));
  return isLast ? launch : undefined;
}
