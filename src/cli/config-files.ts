import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import type { Config } from '../config/config.ts';
import { failure, reasonOf } from './failure.ts';
import { toPosix } from './gitignore.ts';

/** A configuration with what it extends, the base first. */
export type Layers = readonly Config[];

const OWN = ['.plimsoll.yaml', '.plimsoll.yml', '.plimsoll.json'];
const HADOLINT = ['.hadolint.yaml', '.hadolint.yml'];

/** Finds configurations above folders; each file is looked for and read once. */
export function configFiles(): (folder: string) => Promise<Layers> {
  const read = new Map<string, Promise<Layers>>();
  const found = { own: new Map<string, string | undefined>(), hadolint: new Map<string, string | undefined>() };
  const none = Promise.resolve<Layers>([]);
  return folder => {
    const path = nearest(folder, OWN, found.own) ?? nearest(folder, HADOLINT, found.hadolint);
    if (path === undefined) return none;
    const layers = read.get(path) ?? readLayers(path);
    read.set(path, layers);
    return layers;
  };
}

/** The first of the names in the folder or above it. */
function nearest(folder: string, names: readonly string[], known: Map<string, string | undefined>): string | undefined {
  if (known.has(folder)) return known.get(folder);
  const here = names.map(name => join(folder, name)).find(path => existsSync(path));
  const parent = dirname(folder);
  const path = here ?? (parent === folder ? undefined : nearest(parent, names, known));
  known.set(folder, path);
  return path;
}

/** Reads a configuration and those that it extends; `chain` is who asked for it. */
export async function readLayers(path: string, chain: readonly string[] = []): Promise<Layers> {
  if (chain.includes(path)) throw failure(`${[...chain, path].map(shown).join(' extends ')}: that is a circle`);
  const text = readText(path, chain);
  const source = shown(path);
  const folder = toPosix(dirname(path));
  if (isHadolintFile(path)) return readHadolintLayers(text, source, folder);
  const { readConfig } = await import('../config/read-config.ts');
  const config = readConfig(text, source, folder);
  const bases: Config[] = [];
  for (const base of config.extends ?? []) {
    bases.push(...(await readLayers(resolve(dirname(path), base), [...chain, path])));
  }
  // Globs of a base are relative to the folder of the one that extends it.
  return [...bases.map(base => ({ ...base, folder })), config];
}

/** True for hadolint's own configurations, which the name tells. */
export function isHadolintFile(path: string): boolean {
  return basename(path).toLowerCase().includes('hadolint');
}

/** hadolint's environment variables count where its configuration does. */
async function readHadolintLayers(text: string, source: string, folder: string): Promise<Layers> {
  const { readHadolintConfig } = await import('../config/hadolint.ts');
  const { readHadolintEnvironment } = await import('../config/hadolint-environment.ts');
  const environment = readHadolintEnvironment(process.env);
  return [readHadolintConfig(text, source, folder), ...(environment ? [environment] : [])];
}

function readText(path: string, chain: readonly string[]): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const by = chain.length === 0 ? '' : `, which ${shown(chain.at(-1) ?? '')} extends`;
    throw failure(`${shown(path)}${by}: cannot be read: ${reasonOf(error)}`);
  }
}

/** As a user would write it: relative where it is below the folder of the run. */
function shown(path: string): string {
  const short = toPosix(relative('.', path));
  return short.startsWith('../') ? toPosix(path) : short;
}
