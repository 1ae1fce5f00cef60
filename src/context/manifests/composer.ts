import type { BuildContext } from '../build-context.ts';
import { folderOf, joinPath } from '../clean-path.ts';
import { readJson } from './json.ts';
import type { Pinned } from './pinned.ts';
import { asTables, asTable, asText, asTextMap, type Table } from './values.ts';

export interface Composer {
  readonly path: string;
  readonly require: ReadonlyMap<string, string>;
  readonly requireDev: ReadonlyMap<string, string>;
  /** PHP extensions that it asks for, without `ext-`. */
  readonly extensions: readonly string[];
  readonly php: string | undefined;
  /** Names of its scripts: an install runs `post-install-cmd` and `post-autoload-dump`. */
  readonly scripts: readonly string[];
  /** Local packages, from the context's root. */
  readonly localPaths: readonly string[];
}

export function readComposer(context: BuildContext, path: string): Composer | undefined {
  const json = readJson(context, path);
  if (json === undefined) return undefined;
  const require = asTextMap(json['require']);
  return {
    path,
    require,
    requireDev: asTextMap(json['require-dev']),
    extensions: [...require.keys()].filter(name => name.startsWith('ext-')).map(name => name.slice('ext-'.length)),
    php: require.get('php'),
    scripts: Object.keys(asTable(json['scripts'])),
    localPaths: repositories(json)
      .filter(({ type }) => type === 'path')
      .flatMap(({ url }) => joinPath(folderOf(path), asText(url) ?? '') ?? []),
  };
}

function repositories(json: Table): readonly Table[] {
  const value = json['repositories'];
  return Array.isArray(value) ? asTables(value) : Object.values(asTable(value)).map(asTable);
}

/** What composer.lock pins for production. */
export function readComposerLock(context: BuildContext, path: string): readonly Pinned[] | undefined {
  const json = readJson(context, path);
  return (
    json &&
    asTables(json['packages']).flatMap(({ name, version }) =>
      typeof name === 'string' ? [{ name, version: asText(version) }] : [],
    )
  );
}
