import type { BuildContext } from '../build-context.ts';
import { folderOf, joinPath, nameOf } from '../clean-path.ts';
import { readCargoLock, readCargoToml } from './cargo.ts';
import { readJson } from './json.ts';
import { pnpmWorkspaces } from './node-config.ts';
import { readPackageJson, type PackageJson } from './package-json.ts';
import { asTable, asTextMap } from './values.ts';

/** True where a lock file is known to hold what the manifest beside it asks for, so that a frozen install accepts it. */
export function lockAgrees(context: BuildContext, lock: string): boolean {
  const folder = folderOf(lock);
  const name = nameOf(lock);
  if (name === 'Cargo.lock') return cargoAgrees(context, folder, lock);
  const manifest = readPackageJson(context, joinPath(folder, 'package.json') ?? '');
  if (manifest === undefined || manifest.workspaces.length > 0 || pnpmWorkspaces(context, folder).length > 0)
    return false;
  if (name === 'package-lock.json' || name === 'npm-shrinkwrap.json') return npmAgrees(context, lock, manifest);
  return textAgrees(context.read(lock), name, manifest);
}

function npmAgrees(context: BuildContext, lock: string, manifest: PackageJson): boolean {
  const root = asTable(asTable(readJson(context, lock)?.['packages'])['']);
  if (Object.keys(root).length === 0) return false;
  return (['dependencies', 'devDependencies'] as const).every(key => {
    const locked = asTextMap(root[key]);
    return (
      locked.size === manifest[key].size && [...manifest[key]].every(([name, range]) => locked.get(name) === range)
    );
  });
}

/** By the text of a lock file of yarn or pnpm: each range of the manifest stands in it. */
function textAgrees(text: string | undefined, lock: string, { dependencies, devDependencies }: PackageJson): boolean {
  if (text === undefined || (lock !== 'yarn.lock' && lock !== 'pnpm-lock.yaml')) return false;
  const lines = new Set(text.split('\n').flatMap(line => (lock === 'yarn.lock' ? keysOf(line) : [line.trim()])));
  return [...dependencies, ...devDependencies].every(([name, range]) =>
    lock === 'yarn.lock'
      ? lines.has(`${name}@${range}`) || lines.has(`${name}@npm:${range}`)
      : lines.has(`specifier: ${range}`) || lines.has(`specifier: '${range}'`),
  );
}

/** `"@a/b@^1", "@a/b@^1.2":` */
function keysOf(line: string): readonly string[] {
  if (line.startsWith(' ') || !line.trimEnd().endsWith(':')) return [];
  return line
    .trimEnd()
    .slice(0, -1)
    .split(',')
    .map(key => key.trim().replace(/^"|"$/g, ''));
}

function cargoAgrees(context: BuildContext, folder: string, lock: string): boolean {
  const manifest = readCargoToml(context, joinPath(folder, 'Cargo.toml') ?? '');
  const locked = readCargoLock(context, lock);
  if (manifest?.name === undefined || manifest.isWorkspace || locked === undefined) return false;
  const names = new Set(locked.map(({ name }) => name));
  const hasOwn = locked.some(({ name, version }) => name === manifest.name && version === manifest.version);
  return hasOwn && manifest.dependencies.every(({ name }) => names.has(name));
}
