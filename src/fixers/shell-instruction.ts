import type { Dockerfile, RunInstruction } from '../dockerfile/model.ts';
import type { Script } from '../shell/model.ts';
import type { Edit } from '../text/span.ts';
import { insertAbove } from './instructions.ts';

/**
 * Writes `SHELL ["…"]` above a RUN, for it and all that follows in the stage. Undefined where the script is not read by the
 * shell that SHELL names.
 */
export function addShell(
  dockerfile: Dockerfile,
  run: RunInstruction,
  { origin, source }: Script,
  words: readonly string[],
): Edit | undefined {
  const isOwn = origin === 'shell-form' || (origin === 'heredoc' && !source.text.startsWith('#!'));
  return isOwn && !run.inOnbuild ? insertAbove(dockerfile, run, [shellLine(words)]) : undefined;
}

/** `SHELL ["/bin/bash", "-c"]` */
export function shellLine(words: readonly string[]): string {
  return `SHELL [${words.map(word => JSON.stringify(word)).join(', ')}]`;
}
