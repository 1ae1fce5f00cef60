import type { Stage } from '../dockerfile/model.ts';
import { stageChain } from '../dockerfile/stage-chain.ts';
import { commandsOf } from '../shell/commands.ts';
import { accountMadeBy } from './account-commands.ts';
import { finalState } from './state.ts';

const FIRST_APPLICATION_UID = 1000;
const NOBODY = 65534;
/** Accounts that images have for their program, though their number is that of a system account. */
const PROGRAMS_OWN = ['nginx', 'www-data'];

/** The account that a stage's program can run as: the one that the file makes, or else the one that the base image has. */
export function applicationAccount(stage: Stage): string | undefined {
  const state = finalState(stage);
  const isBusyBox = state.facts?.tools === 'busybox';
  const made = stageChain(stage)
    .toReversed()
    .flatMap(({ instructions }) => instructions.flatMap(commandsOf))
    .flatMap(command => accountMadeBy(command, isBusyBox) ?? [])
    .flatMap(({ kind, name }) =>
      kind === 'account' && name !== undefined && /^[a-z_][\w-]*$/i.test(name) ? name : [],
    );
  if (made.length > 0) return new Set(made).size === 1 ? made[0] : undefined;

  const accounts = [...(state.facts?.accounts ?? [])];
  const own = accounts.filter(([, { uid }]) => uid >= FIRST_APPLICATION_UID && uid !== NOBODY).map(([name]) => name);
  return own[0] ?? PROGRAMS_OWN.find(name => name === state.facts?.user);
}
