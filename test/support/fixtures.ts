import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path/posix';
import { memoryContext, type MemoryFile } from '../../src/context/memory-context.ts';
import type { BuildContext } from '../../src/context/build-context.ts';

const ROOT = 'test/fixtures';
const DOCKERFILE = /(?:^|\/)(?:Dockerfile[^/]*|[^/]*\.Dockerfile)$/;

export interface Fixture {
  readonly path: string;
  readonly text: string;
  readonly context: BuildContext;
}

/** Every Dockerfile under test/fixtures, with its folder as the build context. */
export function fixtures(): Fixture[] {
  const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
    .map(file => join(ROOT, file))
    .filter(path => statSync(path).isFile())
    .toSorted();
  return files
    .filter(path => DOCKERFILE.test(path))
    .map(path => ({ path, text: readFileSync(path, 'utf8'), context: contextOf(dirname(path), files) }));
}

function contextOf(folder: string, files: readonly string[]): BuildContext {
  const inside = files.filter(file => file.startsWith(`${folder}/`));
  return memoryContext(Object.fromEntries(inside.map(file => [relative(folder, file), fileAt(file)])));
}

function fileAt(path: string): MemoryFile {
  const { mode } = statSync(path);
  return { text: readFileSync(path, 'utf8'), executable: (mode & 0o111) !== 0 };
}
