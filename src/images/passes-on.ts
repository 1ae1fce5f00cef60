import type { Stage } from '../dockerfile/model.ts';
import { effectiveBase } from '../dockerfile/stage-chain.ts';
import { officialName } from './official-name.ts';
import { finalState } from './state.ts';

/** Programs that run their arguments, whatever they are. */
const LAUNCHERS = /(?:^|\/)(?:tini|tini-static|dumb-init|docker-init|catatonit)$/;
/** Images with no entrypoint, or one that runs its arguments where they begin with a program. */
const IMAGES: ReadonlySet<string> = new Set(
  (
    'node php python ruby golang rust perl eclipse-temurin maven gradle openjdk amazoncorretto sapmachine ' +
    'ibm-semeru-runtimes oven/bun elixir erlang haskell swift dart'
  ).split(' '),
);

/** True where the program that CMD names is run as it stands, with no entrypoint that makes something else of it. */
export function runsItsCommand(stage: Stage): boolean {
  const { entrypoint } = finalState(stage).configuration;
  const base = effectiveBase(stage);
  const isOwn = entrypoint?.instruction !== undefined;
  if (!isOwn && base.kind === 'image' && IMAGES.has(officialName(base.image))) return true;
  if (entrypoint === undefined) return false;
  const [program] = entrypoint.argv ?? [];
  return program === undefined || LAUNCHERS.test(program);
}
