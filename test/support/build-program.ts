import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'rolldown';
import { loadConfig } from 'rolldown/config';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** The program as it is shipped, or why it could not be built. */
    program: { readonly path: string } | { readonly error: string };
  }
}

/** Builds the program once for all tests that run it, in a folder of its own, so that runs side by side do not meet. */
export async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(project.config.root, 'node_modules', '.plimsoll-'));
  try {
    const config = await loadConfig('rolldown.config.ts');
    if (Array.isArray(config) || typeof config === 'function') throw new Error('rolldown.config.ts has one build');
    const output = { ...[config.output ?? []].flat()[0], dir: folder };
    await build({ ...config, logLevel: 'silent', output });
    project.provide('program', { path: join(folder, 'cli.cjs') });
  } catch (error) {
    project.provide('program', { error: String(error) });
  }
  return () => rmSync(folder, { recursive: true, force: true });
}
