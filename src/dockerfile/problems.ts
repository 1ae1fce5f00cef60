import type { Dockerfile, Problem } from './model.ts';

/** What BuildKit rejects in a file that has been read. */
export function problemsOf(_dockerfile: Dockerfile): readonly Problem[] {
  return [];
}
