import type { Stage } from '../dockerfile/model.ts';
import { stageChain } from '../dockerfile/stage-chain.ts';
import type { BuildContext } from './build-context.ts';
import { contextPath, folderOf, joinPath, nameOf } from './clean-path.ts';
import { localSources } from './local-sources.ts';
import type { PackageJson } from './manifests/package-json.ts';

const RUNNERS = new Set(['npm', 'yarn', 'pnpm', 'bun']);
const DEEPEST = 4;

/** The one file of this name that a stage copies from the context, by itself or with its folder; undefined where there is none, or several. */
export function copiedManifest(stage: Stage, context: BuildContext, name: string): string | undefined {
  const found = stageChain(stage)
    .flatMap(({ instructions }) => instructions.flatMap(localSources))
    .flatMap(({ path }) => contextPath(path) ?? [])
    .flatMap(path => (/[*?[]/.test(nameOf(path)) || nameOf(path) === name ? folderOf(path) : path))
    .flatMap(folder => joinPath(folder, name) ?? [])
    .filter(path => context.stat(path)?.kind === 'file');
  const [path, ...others] = new Set(found);
  return others.length > 0 ? undefined : path;
}

/**
 * The commands behind `npm start` and its like, each as its words: a command that runs no script is itself. Scripts that
 * run others are followed. Undefined where the manifest is unknown or lacks the script.
 */
export function behindRunner(
  words: readonly string[],
  manifest: PackageJson | undefined,
  depth = 0,
): readonly (readonly string[])[] | undefined {
  const name = scriptName(words);
  if (name === undefined) return [words];
  const script = manifest?.scripts.get(name);
  if (script === undefined || depth === DEEPEST) return undefined;
  const commands = script.split(/&&|\|\||[;&|]/).map(each => withoutWrappers(each.trim().split(/\s+/)));
  const behind = commands.map(command => behindRunner(command, manifest, depth + 1));
  return behind.flatMap(each => each ?? []);
}

function scriptName([runner = '', ...rest]: readonly string[]): string | undefined {
  const [verb, name] = rest.filter(word => !word.startsWith('-'));
  if (!RUNNERS.has(runner) || verb === undefined) return undefined;
  if (verb === 'run' || verb === 'run-script') return name;
  return verb === 'start' || runner === 'yarn' || runner === 'pnpm' ? verb : undefined;
}

function withoutWrappers(words: readonly string[]): readonly string[] {
  const at = words.findIndex(
    word => !/^(?:cross-env|cross-env-shell|env|exec|npx|dotenv|--|--yes|-y|\w+=\S*)$/.test(word),
  );
  return at === -1 ? [] : words.slice(at);
}
