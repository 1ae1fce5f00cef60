import type { Stage } from '../dockerfile/model.ts';
import { commandsOf } from '../shell/commands.ts';
import type { Span } from '../text/span.ts';
import { finalState } from './state.ts';

/** What a stage's own ENTRYPOINT and CMD start. */
export interface OwnStart {
  /** Of the shell form, the last command's, not those that a pipe hands its output to. */
  readonly words: readonly string[];
  /** The arguments of the one that has the last word. */
  readonly at: Span;
}

/** Undefined for a stage that leaves the start to its base. */
export function ownStart(stage: Stage): OwnStart | undefined {
  const { entrypoint, cmd } = finalState(stage).configuration;
  const launches = [entrypoint, cmd].filter(launch => launch?.instruction?.stage === stage);
  const [first] = launches;
  const command =
    first?.instruction && commandsOf(first.instruction).findLast(({ before }) => before !== '|' && before !== '|&');
  const words = launches.every(launch => launch?.argv !== undefined)
    ? launches.flatMap(launch => launch?.argv ?? [])
    : (command?.words.map(({ unquoted }) => unquoted) ?? []);
  const { args } = launches.at(-1)?.instruction ?? {};
  const [start, end] = [args?.[0]?.span[0], args?.at(-1)?.span[1]];
  return start === undefined || end === undefined ? undefined : { words, at: [start, end] };
}
