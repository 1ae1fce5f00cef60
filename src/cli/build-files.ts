import { readFileSync } from 'node:fs';
import { dirname, join, normalize, relative, resolve } from 'node:path';
import { readBake } from '../config/bake.ts';
import type { BuildTarget } from '../config/build-target.ts';
import { readCompose } from '../config/compose.ts';
import type { ParseOptions } from '../dockerfile/model.ts';
import { failure, reasonOf } from './failure.ts';
import { toPosix } from './gitignore.ts';

/** How the builds of a compose or bake file use one Dockerfile, all of them taken together. */
export interface FileBuild {
  /** Folder of the build context; undefined where they have several, or one that is not on this disk. */
  readonly context: string | undefined;
  readonly options: ParseOptions;
}

/** The Dockerfiles that a compose or bake file builds, with `/`, as the user would name them. */
export function buildsIn(path: string): ReadonlyMap<string, FileBuild> {
  const folder = dirname(path);
  const byDockerfile = new Map<string, { context: string | undefined; target: BuildTarget }[]>();
  for (const target of read(path)) {
    if (target.dockerfile === undefined || target.context === undefined) continue;
    const context = resolve(folder, target.context);
    const dockerfile = toPosix(normalize(shortest(resolve(context, target.dockerfile))));
    byDockerfile.set(dockerfile, [...(byDockerfile.get(dockerfile) ?? []), { context, target }]);
  }
  return new Map(
    Array.from(byDockerfile, ([dockerfile, uses]) => {
      const contexts = new Set(uses.map(({ context }) => context));
      const context = contexts.size === 1 ? uses[0]?.context : undefined;
      return [dockerfile, { context, options: optionsOf(uses.map(({ target }) => target)) }];
    }),
  );
}

function read(path: string): readonly BuildTarget[] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw failure(`${path}: ${reasonOf(error)}`);
  }
  const isBake = /\.(?:hcl|json)$/i.test(path);
  try {
    return (isBake ? readBake : readCompose)(text, path);
  } catch (error) {
    if (error instanceof RangeError) throw failure(`${path}: it is nested too deeply`);
    throw error;
  }
}

/** What holds in every build; stages that any of them ends at ship. */
function optionsOf(targets: readonly BuildTarget[]): ParseOptions {
  const [first, ...others] = targets;
  const shared = Object.entries(first?.buildArgs ?? {}).filter(([name, value]) =>
    others.every(({ buildArgs }) => buildArgs[name] === value),
  );
  return {
    buildArgs: Object.fromEntries(shared),
    targets: [...new Set(targets.flatMap(({ target }) => target ?? []))],
    namedContexts: [...new Set(targets.flatMap(({ namedContexts }) => namedContexts))],
    platforms: [...new Set(targets.flatMap(({ platforms }) => platforms))],
  };
}

function shortest(path: string): string {
  const fromHere = relative('.', path);
  return fromHere.startsWith(join('..', '..', '..')) || fromHere === '' ? path : fromHere;
}
