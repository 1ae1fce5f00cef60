import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { diskContext } from '../../src/cli/disk-context.ts';
import { isDockerfileName } from '../../src/cli/discover.ts';
import type { BuildContext } from '../../src/context/build-context.ts';
import { mutate, randomNumbers } from '../mutate.ts';

/** A file to fix, and what is known beside it. */
export interface Input {
  readonly path: string;
  readonly text: string;
  readonly context: BuildContext | undefined;
}

/** What a file may look like besides. */
export const FORMS: Readonly<Record<string, (text: string) => string>> = {
  crlf: text => text.replaceAll(/\r?\n/g, '\r\n'),
  bom: text => `\uFEFF${text}`,
  'no-newline': text => text.replace(/\s+$/, ''),
  backtick: text => `# escape=\`\n${text.replaceAll(/\\(\r?)$/gm, '`$1')}`,
};

/** Every file under a folder; with `context`, that of the folder that it names for all of them. */
export function filesIn(folder: string, context: string | undefined): readonly Input[] {
  const shared = context === undefined ? undefined : diskContext(context);
  return pathsIn(folder).map(file => ({ path: file, text: readFileSync(file, 'utf8'), context: shared }));
}

/** The Dockerfiles under a folder, each with its own folder as the build context. */
export function projectsIn(folder: string): readonly Input[] {
  return pathsIn(folder)
    .filter(file => isDockerfileName(file.slice(file.lastIndexOf('/') + 1)))
    .map(file => ({ path: file, text: readFileSync(file, 'utf8'), context: diskContext(dirname(file), file) }));
}

function pathsIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .toSorted();
}

/** As many as that, spread over the list. */
export function sampleOf<T>(list: readonly T[], size: number): readonly T[] {
  const count = Math.min(size, list.length);
  return Array.from({ length: count }, (_, index) => list[Math.floor((index * list.length) / count)]).filter(
    one => one !== undefined,
  );
}

/** Damaged ones: cut, spliced with another, re-cased; always the same for the same seed. */
export function mutantsOf(inputs: readonly Input[], count: number, seed: number): readonly Input[] {
  const random = randomNumbers(seed);
  const pick = (): Input => inputs[random(inputs.length)] ?? { path: '', text: '', context: undefined };
  return Array.from({ length: count }, () => {
    const { path, text, context } = pick();
    return { path, text: mutate(text, pick().text, random), context };
  });
}
