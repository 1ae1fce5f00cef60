import type { Stage } from '../dockerfile/model.ts';
import { resolvePath } from '../images/paths.ts';
import { finalState } from '../images/state.ts';
import type { BuildContext } from './build-context.ts';
import { copiedFileAt, type CopiedFile } from './copied-files.ts';

const INIT = /(?:^|\/)(?:tini|dumb-init|docker-init|catatonit|--|-g|-s)$/;
const SEARCHED = ['/usr/local/sbin', '/usr/local/bin', '/usr/sbin', '/usr/bin', '/sbin', '/bin'];

/** The file of the context that a stage's own ENTRYPOINT, or else its CMD, starts as a program; undefined where it is another. */
export function startedFile(stage: Stage, context: BuildContext): CopiedFile | undefined {
  const { configuration, workdir } = finalState(stage);
  const { entrypoint, cmd } = configuration;
  const own = [entrypoint, cmd].find(launch => launch?.instruction?.stage === stage && launch.argv?.length !== 0);
  const inherited = own === cmd && (entrypoint?.argv?.length ?? 1) > 0;
  if (own?.argv === undefined || inherited) return undefined;
  const program = own.argv.find(word => !INIT.test(word));
  if (program === undefined) return undefined;
  const places = program.includes('/')
    ? [resolvePath([workdir ?? '/', program])]
    : SEARCHED.map(folder => `${folder}/${program}`);
  if (program.includes('/') && !program.startsWith('/') && workdir === undefined) return undefined;
  return places.map(place => copiedFileAt(stage, place, context)).find(file => file !== undefined);
}
