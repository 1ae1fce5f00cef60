import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { BuildContext } from '../../src/context/build-context.ts';
import { memoryContext, type MemoryFile } from '../../src/context/memory-context.ts';

/** A fixture's folder as a build context: what the optimizer would see on disk. `expected` is the test's own. */
export function fixtureContext(folder: string): BuildContext {
  const files: Record<string, MemoryFile> = {};
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const whole = join(folder, path);
    const facts = statSync(whole);
    if (!facts.isFile() || path.startsWith('expected')) continue;
    files[path] = { text: readFileSync(whole, 'utf8'), executable: (facts.mode & 0o100) !== 0 };
  }
  return memoryContext(files);
}
