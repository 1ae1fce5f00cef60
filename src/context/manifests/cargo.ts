import type { BuildContext } from '../build-context.ts';
import { folderOf, joinPath, nameOf } from '../clean-path.ts';
import { pinnedPackages, type Pinned } from './pinned.ts';
import { readToml, tableAt } from './toml.ts';
import { asTable, asTables, asText, asTexts, type Table } from './values.ts';

export interface CargoToml {
  readonly path: string;
  /** Undefined for a workspace that is no package itself. */
  readonly name: string | undefined;
  readonly version: string | undefined;
  readonly edition: string | undefined;
  readonly rustVersion: string | undefined;
  /** The programs that a build makes, as far as the manifest and Cargo's usual places tell. */
  readonly binaries: readonly string[];
  readonly defaultRun: string | undefined;
  /** The build script, from the context's root. */
  readonly buildScript: string | undefined;
  readonly dependencies: readonly CargoDependency[];
  readonly isWorkspace: boolean;
  /** Globs of the members, and of what is left out of them. */
  readonly workspaceMembers: readonly string[];
  readonly workspaceExclude: readonly string[];
  /** Local crates that it depends on, from the context's root. */
  readonly localPaths: readonly string[];
  readonly readme: string | undefined;
}

export interface CargoDependency {
  readonly name: string;
  readonly features: readonly string[];
  readonly optional: boolean;
  readonly kind: 'normal' | 'build' | 'dev';
}

export function readCargoToml(context: BuildContext, path: string): CargoToml | undefined {
  const toml = readToml(context, path);
  if (toml === undefined) return undefined;
  const [pack, workspace] = [tableAt(toml, 'package'), tableAt(toml, 'workspace')];
  const folder = folderOf(path);
  const name = asText(pack['name']);
  const readme = asText(pack['readme']);
  return {
    path,
    name,
    version: asText(pack['version']),
    edition: asText(pack['edition']),
    rustVersion: asText(pack['rust-version']),
    binaries: binariesOf(context, folder, toml, name),
    defaultRun: asText(pack['default-run']),
    buildScript: buildScriptOf(context, folder, pack),
    dependencies: dependenciesOf(toml),
    isWorkspace: 'workspace' in toml,
    workspaceMembers: asTexts(workspace['members']),
    workspaceExclude: asTexts(workspace['exclude']),
    localPaths: tablesOf(toml).flatMap(({ table }) =>
      Object.values(table).flatMap(value => {
        const local = asText(asTable(value)['path']);
        return local === undefined ? [] : (joinPath(folder, local) ?? []);
      }),
    ),
    readme: readme === undefined ? undefined : joinPath(folder, readme),
  };
}

function binariesOf(context: BuildContext, folder: string, toml: Table, name: string | undefined): readonly string[] {
  const declared = asTables(toml['bin']).flatMap(bin => asText(bin['name']) ?? []);
  const hasMain = context.stat(joinPath(folder, 'src/main.rs') ?? '')?.kind === 'file';
  const main = hasMain && name !== undefined && tableAt(toml, 'package')['autobins'] !== false ? [name] : [];
  const prefix = joinPath(folder, 'src/bin') ?? '';
  const isAutomatic = tableAt(toml, 'package')['autobins'] !== false && context.stat(prefix)?.kind === 'folder';
  const inBin = isAutomatic ? context.files().filter(file => file.startsWith(`${prefix}/`)) : [];
  const automatic = inBin.flatMap(file => {
    const rest = file.slice(prefix.length + 1);
    return /^[^/]+\.rs$/.test(rest) ? [nameOf(rest).slice(0, -3)] : (/^([^/]+)\/main\.rs$/.exec(rest)?.[1] ?? []);
  });
  // A [[bin]] on src/main.rs takes the place of the one that is named after the package.
  const takesMain = asTables(toml['bin']).some(bin => asText(bin['path']) === 'src/main.rs');
  return [...new Set([...declared, ...(takesMain ? [] : main), ...automatic])];
}

function buildScriptOf(context: BuildContext, folder: string, pack: Table): string | undefined {
  if (pack['build'] === false) return undefined;
  const path = joinPath(folder, asText(pack['build']) ?? 'build.rs');
  return path !== undefined && context.stat(path)?.kind === 'file' ? path : undefined;
}

interface DependencyTable {
  readonly kind: CargoDependency['kind'];
  readonly table: Table;
}

function tablesOf(toml: Table): DependencyTable[] {
  const places = [toml, ...Object.values(tableAt(toml, 'target')).map(asTable)];
  return [
    ...places.flatMap((place): DependencyTable[] => [
      { kind: 'normal', table: tableAt(place, 'dependencies') },
      { kind: 'build', table: tableAt(place, 'build-dependencies') },
      { kind: 'dev', table: tableAt(place, 'dev-dependencies') },
    ]),
    { kind: 'normal', table: tableAt(toml, 'workspace', 'dependencies') },
  ];
}

function dependenciesOf(toml: Table): CargoDependency[] {
  return tablesOf(toml).flatMap(({ kind, table }) =>
    Object.entries(table).map(([key, value]) => {
      const facts = asTable(value);
      const name = asText(facts['package']) ?? key;
      return { name, features: asTexts(facts['features']), optional: facts['optional'] === true, kind };
    }),
  );
}

/** The crates of a Cargo.lock; those that link a library of the system mostly end in `-sys`. */
export function readCargoLock(context: BuildContext, path: string): readonly Pinned[] | undefined {
  return pinnedPackages(context.read(path));
}
