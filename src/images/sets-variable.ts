import type { Stage } from '../dockerfile/model.ts';
import { stageChain } from '../dockerfile/stage-chain.ts';
import { finalState } from './state.ts';

/** True where a variable is set in a stage's image, whatever its value, or where its start command sets it. */
export function setsVariable(stage: Stage, name: string): boolean {
  const { facts, configuration } = finalState(stage);
  const { entrypoint, cmd } = configuration;
  const isSet = stageChain(stage).some(({ instructions }) =>
    instructions.some(
      instruction =>
        instruction.keyword === 'ENV' && instruction.pairs.some(({ key }) => key.text.replace(/["']/g, '') === name),
    ),
  );
  return (
    isSet ||
    facts?.env.has(name) === true ||
    [entrypoint, cmd].some(launch => launch?.instruction?.body.text.includes(`${name}=`) === true)
  );
}
