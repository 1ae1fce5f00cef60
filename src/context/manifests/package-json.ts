import type { BuildContext } from '../build-context.ts';
import { readJson } from './json.ts';
import { asTable, asText, asTextMap, asTexts, type Table } from './values.ts';

export interface PackageJson {
  readonly path: string;
  readonly name: string | undefined;
  readonly version: string | undefined;
  readonly type: 'module' | 'commonjs';
  readonly main: string | undefined;
  readonly bin: ReadonlyMap<string, string>;
  readonly scripts: ReadonlyMap<string, string>;
  readonly dependencies: ReadonlyMap<string, string>;
  readonly devDependencies: ReadonlyMap<string, string>;
  readonly optionalDependencies: ReadonlyMap<string, string>;
  readonly peerDependencies: ReadonlyMap<string, string>;
  /** `pnpm@9.1.0+sha512…` taken apart. */
  readonly packageManager: { readonly name: string; readonly version: string } | undefined;
  /** The globs of the workspaces' folders. */
  readonly workspaces: readonly string[];
  readonly engines: ReadonlyMap<string, string>;
  /** Patches that the package manager applies, as pnpm lists them. */
  readonly patches: readonly string[];
}

export function readPackageJson(context: BuildContext, path: string): PackageJson | undefined {
  const json = readJson(context, path);
  if (json === undefined) return undefined;
  const name = asText(json['name']);
  return {
    path,
    name,
    version: asText(json['version']),
    type: json['type'] === 'module' ? 'module' : 'commonjs',
    main: asText(json['main']),
    bin: binOf(json, name),
    scripts: asTextMap(json['scripts']),
    dependencies: asTextMap(json['dependencies']),
    devDependencies: asTextMap(json['devDependencies']),
    optionalDependencies: asTextMap(json['optionalDependencies']),
    peerDependencies: asTextMap(json['peerDependencies']),
    packageManager: packageManagerOf(asText(json['packageManager'])),
    workspaces: workspacesOf(json['workspaces']),
    engines: asTextMap(json['engines']),
    patches: [...asTextMap(asTable(json['pnpm'])['patchedDependencies']).values()],
  };
}

/** The scripts that an install of the package itself runs, in the order in which it does. */
export const INSTALL_SCRIPTS = [
  'preinstall',
  'install',
  'postinstall',
  'prepublish',
  'preprepare',
  'prepare',
  'postprepare',
];

function binOf(json: Table, name: string | undefined): ReadonlyMap<string, string> {
  const bin = json['bin'];
  if (typeof bin !== 'string') return asTextMap(bin);
  return new Map(name === undefined ? [] : [[name.slice(name.lastIndexOf('/') + 1), bin]]);
}

function packageManagerOf(text: string | undefined): PackageJson['packageManager'] {
  const [, name, version] = /^([a-z]+)@(\d[\w.-]*)/.exec(text ?? '') ?? [];
  return name === undefined || version === undefined ? undefined : { name, version };
}

function workspacesOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? asTexts(value) : asTexts(asTable(value)['packages']);
}
