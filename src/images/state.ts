import type { Instruction, Stage } from '../dockerfile/model.ts';
import type { PackageOperation } from '../shell/operations.ts';
import { numberOf } from './account-commands.ts';
import { effectiveConfiguration, type Configuration } from './configuration.ts';
import type { ImageFacts } from './image-facts.ts';
import { resolvePath } from './paths.ts';
import { chainOf, type Link } from './stage-chain.ts';
import type { Change, Timeline } from './timeline.ts';
import { memoMap } from '../text/memo-map.ts';

/** What is known of an account. Numbers are undefined where the system chose them. */
export interface KnownAccount {
  readonly name: string;
  readonly uid: number | undefined;
  readonly gid: number | undefined;
  readonly home: string | undefined;
  /** The instruction that makes it; undefined where the base image has it. */
  readonly instruction: Instruction | undefined;
}

/** Who runs commands. */
export interface KnownUser {
  /** Name or number without its group, as written; undefined where it hangs on an unknown variable. */
  readonly name: string | undefined;
  readonly group: string | undefined;
  /** Where the number is known: written, or that of a known account. */
  readonly uid: number | undefined;
  /** False where a `--build-arg` may change it. */
  readonly certain: boolean;
  /** The USER instruction; undefined where it is the base image's. */
  readonly instruction: Instruction | undefined;
}

/** What holds at one place of a stage, what is inherited included. Undefined is unknown. */
export interface State {
  /** The image at the end of the FROM chain; undefined where nothing is known of it. */
  readonly facts: ImageFacts | undefined;
  readonly user: KnownUser | undefined;
  /** Absolute, variables expanded. */
  readonly workdir: string | undefined;
  /** The words of SHELL, or what Docker takes where none is said. */
  readonly shell: readonly string[];
  env(name: string): string | undefined;
  account(name: string): KnownAccount | undefined;
  /** False only where it is sure that neither the base nor anything in the file makes the account. */
  hasAccount(name: string): boolean | undefined;
  /** True or false where it is known whether a program (or `ca-certificates`) is there. */
  hasProgram(name: string): boolean | undefined;
  /** What package managers were told to install or remove so far, in this stage and those below, oldest first. */
  installs(): readonly Change<PackageOperation>[];
}

/** What a stage ends in. */
export interface FinalState extends State {
  readonly configuration: Configuration;
}

const states = memoMap<Instruction, State>();
const finalStates = memoMap<Stage, FinalState>();

/** The state that an instruction finds: what stands before it in its stage, and what the stage inherits. */
export function stateAt(instruction: Instruction): State | undefined {
  let state = states.get(instruction);
  if (state === undefined) {
    const link = linkAt(instruction);
    if (link === undefined) return undefined;
    state = viewOf(link);
    states.set(instruction, state);
  }
  return state;
}

/** The configuration of the image before an instruction. */
export function configurationAt(instruction: Instruction): Configuration | undefined {
  const link = linkAt(instruction);
  return link && effectiveConfiguration(link, link.facts);
}

/** The state that a stage ends in. */
export function finalState(stage: Stage): FinalState {
  let state = finalStates.get(stage);
  if (state === undefined) {
    const chain = chainOf(stage);
    state = { ...viewOf(chain), configuration: effectiveConfiguration(chain, chain.facts) };
    finalStates.set(stage, state);
  }
  return state;
}

function linkAt({ stage, index }: Instruction): Link | undefined {
  return stage && { ...chainOf(stage), before: index };
}

function viewOf(chain: Link): State {
  const { facts } = chain;
  const account = (name: string): KnownAccount | undefined => accountIn(chain, name);
  const isWindows = facts?.distro?.id === 'windows';
  const state: State = {
    facts,
    user: userIn(chain),
    workdir: workdirOf(chain),
    shell: last(chain, ({ shells }) => shells)?.value ?? (isWindows ? ['cmd', '/S', '/C'] : ['/bin/sh', '-c']),
    env(name) {
      const set = last(chain, ({ env }) => env.get(name));
      return set === undefined ? facts?.env.get(name) : set.value;
    },
    account,
    hasAccount(name) {
      if (account(name) !== undefined) return true;
      // Most accounts are the distribution's.
      const isUnsure = facts?.distro === undefined || last(chain, timeline => timeline.opaqueAccounts) !== undefined;
      return isUnsure || mayBePackaged(state, name) ? undefined : false;
    },
    hasProgram(name) {
      const installed = last(chain, ({ programs }) => programs.get(name))?.value;
      const known = facts?.has(name);
      if (installed === true || (installed === undefined && known === true)) return true;
      const isUnsure = installed === false || last(chain, timeline => timeline.opaquePrograms) !== undefined;
      return isUnsure || mayBePackaged(state, name) ? undefined : known;
    },
    installs: () => installsIn(chain),
  };
  return state;
}

/** The last change of a kind, in the nearest stage that has one. */
function last<Value>(
  chain: Link,
  pick: (timeline: Timeline) => readonly Change<Value>[] | undefined,
): Change<Value> | undefined {
  for (let link: Link | undefined = chain; link !== undefined; link = link.below) {
    const found = lastBefore(pick(link.timeline) ?? [], link.before);
    if (found !== undefined) return found;
  }
  return undefined;
}

function lastBefore<Value>(changes: readonly Change<Value>[], before: number): Change<Value> | undefined {
  let [low, high] = [0, changes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((changes[middle]?.instruction.index ?? before) < before) low = middle + 1;
    else high = middle;
  }
  return changes[low - 1];
}

function accountIn(chain: Link, name: string): KnownAccount | undefined {
  const made = last(chain, ({ accounts }) => accounts.get(name));
  if (made === undefined) {
    const known = chain.facts?.accounts.get(name);
    return known && { name, ...known, instruction: undefined };
  }
  const { uid, group, home } = made.value;
  const named = group === undefined ? undefined : groupIn(chain, group);
  return { name, uid, gid: numberOf(group) ?? named, home, instruction: made.instruction };
}

function groupIn(chain: Link, name: string): number | undefined {
  const made = last(chain, ({ groups }) => groups.get(name));
  return made === undefined ? chain.facts?.groups.get(name) : made.value.gid;
}

function userIn(chain: Link): KnownUser | undefined {
  const set = last(chain, ({ users }) => users);
  if (set === undefined) {
    const name = chain.facts?.user;
    return name === undefined
      ? undefined
      : withNumber(chain, { name, group: undefined, certain: true, instruction: undefined });
  }
  return withNumber(chain, { ...set.value, instruction: set.instruction });
}

function withNumber(chain: Link, user: Omit<KnownUser, 'uid'>): KnownUser {
  const { name } = user;
  const isRoot = name === 'root' || name === undefined;
  const uid =
    name === undefined ? undefined : (numberOf(name) ?? accountIn(chain, name)?.uid ?? (isRoot ? 0 : undefined));
  return { ...user, uid };
}

function workdirOf(chain: Link): string | undefined {
  // Windows paths are not resolved.
  if (chain.facts?.distro?.id === 'windows') return undefined;
  const relative: string[] = [];
  for (let link: Link | undefined = chain; link !== undefined; link = link.below) {
    const set = lastBefore(link.timeline.workdirs, link.before);
    if (set === undefined) continue;
    if (set.value === undefined) return undefined;
    relative.push(set.value);
    if (set.value.startsWith('/')) return resolvePath(relative.toReversed());
  }
  const base = chain.facts?.workdir;
  return base === undefined ? undefined : resolvePath([base, ...relative.toReversed()]);
}

function installsIn(chain: Link): readonly Change<PackageOperation>[] {
  const links: Link[] = [];
  for (let link: Link | undefined = chain; link !== undefined; link = link.below) links.push(link);
  return links
    .toReversed()
    .flatMap(({ timeline, before }) => timeline.installs.filter(({ instruction }) => instruction.index < before));
}

/** A package whose name has that of a program or account in it may well bring it. */
function mayBePackaged(state: State, name: string): boolean {
  return state
    .installs()
    .some(
      ({ value }) => value.action === 'install' && value.packages.some(found => found.name?.includes(name) ?? true),
    );
}
