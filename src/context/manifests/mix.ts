import type { BuildContext } from '../build-context.ts';
import { folderOf, joinPath } from '../clean-path.ts';

export interface MixProject {
  readonly path: string;
  readonly app: string | undefined;
  readonly version: string | undefined;
  readonly elixir: string | undefined;
  readonly dependencies: readonly string[];
  /** Names of releases that it configures; without any, `mix release` makes one named after the app. */
  readonly releases: readonly string[];
  readonly isUmbrella: boolean;
  /** Local dependencies, from the context's root. */
  readonly localPaths: readonly string[];
}

/** What can be read in a mix.exs without running it. */
export function readMixProject(context: BuildContext, path: string): MixProject | undefined {
  const source = context.read(path);
  if (source === undefined) return undefined;
  const text = source
    .split('\n')
    .filter(line => !/^\s*#/.test(line))
    .join('\n');
  return {
    path,
    app: /\bapp:\s{0,9}:(\w+)/.exec(text)?.[1],
    version: /\bversion:\s{0,9}"([^"#]+)"/.exec(text)?.[1],
    elixir: /\belixir:\s{0,9}"([^"]+)"/.exec(text)?.[1],
    dependencies: Array.from(
      text.matchAll(/\{\s{0,9}:(\w+),\s{0,40}(?:"|path:|git:|github:|in_umbrella:|override:|only:)/g),
      ([, name = '']) => name,
    ),
    releases: keysOf(text, /\breleases:\s{0,9}\[/),
    isUmbrella: /\bapps_path:/.test(text),
    localPaths: Array.from(text.matchAll(/\bpath:\s{0,9}"([^"#]+)"/g)).flatMap(
      ([, local = '']) => joinPath(folderOf(path), local) ?? [],
    ),
  };
}

/** The keys of a keyword list, those of lists inside of it not. */
function keysOf(text: string, opening: RegExp): string[] {
  const start = opening.exec(text);
  if (start === null) return [];
  const keys: string[] = [];
  let depth = 0;
  for (const [token, key] of text.slice(start.index + start[0].length).matchAll(/\b(\w+): |[[\](){}]/g)) {
    if (key !== undefined && depth === 0) keys.push(key);
    if ('[({'.includes(token)) depth++;
    if ('])}'.includes(token) && --depth < 0) break;
  }
  return keys;
}
