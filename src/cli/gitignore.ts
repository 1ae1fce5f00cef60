import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

interface Layer {
  readonly folder: string;
  readonly test: (path: string) => { readonly ignored: boolean; readonly unignored: boolean };
}

/** The `.gitignore` files that hold in a folder, the nearest first. */
export type IgnoreLayers = readonly Layer[];

/** Those above a folder; one that ignores the folder as such does not count, since the user asked for it. */
export async function layersAbove(folder: string): Promise<IgnoreLayers> {
  const layers = await layersWithin(folder);
  return layers.filter(layer => !layer.test(`${toPosix(relative(layer.folder, folder))}/`).ignored);
}

/** Those above a folder, up to the root of its repository. */
async function layersWithin(folder: string): Promise<IgnoreLayers> {
  const above: string[] = [];
  let at = folder;
  while (!existsSync(join(at, '.git'))) {
    const parent = dirname(at);
    if (parent === at) return [];
    above.push(parent);
    at = parent;
  }
  let layers: IgnoreLayers = [];
  for (const parent of above.toReversed()) layers = await withLayer(layers, parent);
  return layers;
}

/** Those that hold for the files of a folder, its own among them. */
export async function layersAt(folder: string): Promise<IgnoreLayers> {
  return existsSync(join(folder, '.git')) ? withLayer([], folder) : withLayer(await layersWithin(folder), folder);
}

/** The layers with that of one more folder. The reader of patterns is loaded once there are any. */
export async function withLayer(layers: IgnoreLayers, folder: string): Promise<IgnoreLayers> {
  const patterns = readPatterns(join(folder, '.gitignore'));
  if (patterns === undefined) return layers;
  const { default: ignore } = await import('ignore');
  const matcher = ignore({ ignorecase: false }).add(patterns);
  return [{ folder, test: path => matcher.test(path) }, ...layers];
}

/** True where the nearest `.gitignore` that says anything of a path ignores it. */
export function isIgnored(layers: IgnoreLayers, path: string, isFolder: boolean): boolean {
  for (const { folder, test } of layers) {
    const { ignored, unignored } = test(toPosix(relative(folder, path)) + (isFolder ? '/' : ''));
    if (ignored || unignored) return ignored;
  }
  return false;
}

function readPatterns(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

export function toPosix(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}
