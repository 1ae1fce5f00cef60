import type { Stage } from '../dockerfile/model.ts';
import { stageChain } from '../dockerfile/stage-chain.ts';
import type { BuildContext } from './build-context.ts';
import { joinPath } from './clean-path.ts';
import { localSources } from './local-sources.ts';

/** The text of the script of this name that a stage copies from the context; undefined where it copies none. */
export function copiedScript(stage: Stage, name: string, context: BuildContext): string | undefined {
  return stageChain(stage)
    .flatMap(({ instructions }) => instructions.flatMap(localSources))
    .flatMap(({ path }) => [path, joinPath(path, name) ?? path])
    .filter(path => path.slice(path.lastIndexOf('/') + 1) === name)
    .map(path => context.read(path))
    .find(text => text !== undefined);
}
