import type { BuildContext } from '../build-context.ts';
import { joinPath } from '../clean-path.ts';
import { readJson } from './json.ts';
import { pinnedPackages, type Pinned } from './pinned.ts';
import { normalName } from './requirements.ts';
import { readToml, tableAt } from './toml.ts';
import { asTable, asText } from './values.ts';

export interface PythonLock {
  readonly path: string;
  readonly kind: 'uv' | 'poetry' | 'pdm' | 'pipenv';
  /** Undefined where the file is too large or not to be understood. */
  readonly packages: readonly Pinned[] | undefined;
}

const LOCKS: Readonly<Record<string, PythonLock['kind']>> = {
  'uv.lock': 'uv',
  'poetry.lock': 'poetry',
  'pdm.lock': 'pdm',
  'Pipfile.lock': 'pipenv',
};

export function pythonLocks(context: BuildContext, folder: string): readonly PythonLock[] {
  return Object.entries(LOCKS).flatMap(([name, kind]) => {
    const path = joinPath(folder, name) ?? name;
    if (context.stat(path)?.kind !== 'file') return [];
    const packages = kind === 'pipenv' ? pipenvPackages(context, path) : pinnedPackages(context.read(path));
    return [{ path, kind, packages: packages?.map(pinned => ({ ...pinned, name: normalName(pinned.name) })) }];
  });
}

function pipenvPackages(context: BuildContext, path: string): readonly Pinned[] | undefined {
  const json = readJson(context, path);
  return (
    json &&
    Object.entries(asTable(json['default'])).map(([name, value]) => ({
      name,
      version: asText(asTable(value)['version'])?.replace(/^==/, ''),
    }))
  );
}

export interface Pipfile {
  readonly path: string;
  readonly packages: readonly string[];
  readonly devPackages: readonly string[];
  readonly pythonVersion: string | undefined;
  /** Local projects, from the context's root. */
  readonly localPaths: readonly string[];
}

export function readPipfile(context: BuildContext, folder: string): Pipfile | undefined {
  const path = joinPath(folder, 'Pipfile') ?? '';
  const toml = readToml(context, path);
  if (toml === undefined) return undefined;
  const [packages, devPackages] = [tableAt(toml, 'packages'), tableAt(toml, 'dev-packages')];
  const requires = tableAt(toml, 'requires');
  return {
    path,
    packages: Object.keys(packages).map(normalName),
    devPackages: Object.keys(devPackages).map(normalName),
    pythonVersion: asText(requires['python_version']) ?? asText(requires['python_full_version']),
    localPaths: Object.values(packages).flatMap(value => {
      const local = asText(asTable(value)['path']);
      return local === undefined ? [] : (joinPath(folder, local) ?? []);
    }),
  };
}

/** The version in `.python-version`. */
export function pythonVersion(context: BuildContext, folder: string): string | undefined {
  const text = context.read(joinPath(folder, '.python-version') ?? '') ?? '';
  return /^[ \t]*(?:cpython-|python-)?(\d+(?:\.\d+){0,2})/m.exec(text.slice(0, 1000))?.[1];
}
