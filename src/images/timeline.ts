import { expand } from '../dockerfile/variables.ts';
import type { CopyInstruction, Instruction, Stage, Word } from '../dockerfile/model.ts';
import { commandsOf } from '../shell/commands.ts';
import type { ShellCommand } from '../shell/model.ts';
import { isOfDistribution, packageOperations, type PackageOperation } from '../shell/operations.ts';
import { expandOver } from './expand-over.ts';
import type { ImageFacts } from './image-facts.ts';
import { accountMadeBy, type MadeAccount } from './account-commands.ts';
import { programsOf } from './package-programs.ts';
import { resolvePath } from './paths.ts';
import { memoMap } from '../text/memo-map.ts';

/** What an instruction changed, and the place in the file from which on it holds. */
export interface Change<Value> {
  readonly value: Value;
  readonly instruction: Instruction;
}

/** The user that USER sets, without its group. */
export interface UserValue {
  readonly name: string | undefined;
  readonly group: string | undefined;
  readonly certain: boolean;
}

/** What happens to the state in one stage, each kind of change in order. Instructions of ONBUILD change nothing here. */
export interface Timeline {
  readonly users: readonly Change<UserValue>[];
  /** Joined onto those before them in the stage; undefined from an unknown variable on. */
  readonly workdirs: readonly Change<string | undefined>[];
  readonly shells: readonly Change<readonly string[]>[];
  readonly env: ReadonlyMap<string, readonly Change<string | undefined>[]>;
  readonly accounts: ReadonlyMap<string, readonly Change<MadeAccount>[]>;
  readonly groups: ReadonlyMap<string, readonly Change<MadeAccount>[]>;
  readonly programs: ReadonlyMap<string, readonly Change<boolean>[]>;
  readonly installs: readonly Change<PackageOperation>[];
  /** From here on, programs or accounts may be there that nothing in the file shows. */
  readonly opaquePrograms: readonly Change<true>[];
  readonly opaqueAccounts: readonly Change<true>[];
  /** The instructions of the other keywords that set configuration, by keyword. */
  readonly configuration: ReadonlyMap<string, readonly Instruction[]>;
}

type Draft = {
  -readonly [Name in keyof Timeline]: Timeline[Name] extends ReadonlyMap<infer Key, readonly (infer Item)[]>
    ? Map<Key, Item[]>
    : Timeline[Name] extends readonly (infer Item)[]
      ? Item[]
      : never;
};

const memo = memoMap<Stage, Timeline>();

/** The changes of a stage, found in one walk. */
export function timelineOf(stage: Stage, facts: ImageFacts | undefined): Timeline {
  let timeline = memo.get(stage);
  if (timeline === undefined) {
    const draft: Draft = {
      users: [],
      workdirs: [],
      shells: [],
      env: new Map(),
      accounts: new Map(),
      groups: new Map(),
      programs: new Map(),
      installs: [],
      opaquePrograms: [],
      opaqueAccounts: [],
      configuration: new Map(),
    };
    for (const instruction of stage.instructions) record(draft, instruction, facts);
    timeline = draft;
    memo.set(stage, timeline);
  }
  return timeline;
}

function record(draft: Draft, instruction: Instruction, facts: ImageFacts | undefined): void {
  switch (instruction.keyword) {
    case 'USER': {
      const [word] = instruction.args;
      if (word !== undefined) draft.users.push({ value: userOf(instruction, word, facts), instruction });
      return;
    }
    case 'WORKDIR': {
      const [word] = instruction.args;
      if (word !== undefined)
        draft.workdirs.push({ value: workdirAfter(draft, instruction, word, facts), instruction });
      return;
    }
    case 'SHELL':
      draft.shells.push({ value: instruction.args.map(({ text }) => text), instruction });
      return;
    case 'ENV':
      for (const { key, value } of instruction.pairs) {
        push(draft.env, expand(instruction, key).value ?? key.text, {
          value: expandOver(instruction, value, facts).value,
          instruction,
        });
      }
      return;
    case 'COPY':
    case 'ADD':
      recordCopy(draft, instruction, facts);
      return;
    case 'RUN':
      recordRun(draft, instruction, facts?.tools === 'busybox');
      return;
    case 'CMD':
    case 'ENTRYPOINT':
    case 'HEALTHCHECK':
    case 'EXPOSE':
    case 'VOLUME':
    case 'LABEL':
    case 'STOPSIGNAL':
      push(draft.configuration, instruction.keyword, instruction);
      return;
    case 'ARG':
    case 'FROM':
    case 'MAINTAINER':
    case 'ONBUILD':
    case 'UNKNOWN':
      return;
  }
}

function userOf(instruction: Instruction, word: Word, facts: ImageFacts | undefined): UserValue {
  const { value, certain } = expandOver(instruction, word, facts);
  if (value === undefined || value === '') return { name: undefined, group: undefined, certain: false };
  const colon = value.indexOf(':');
  if (colon === -1) return { name: value, group: undefined, certain };
  return { name: value.slice(0, colon), group: value.slice(colon + 1), certain };
}

function workdirAfter(
  draft: Draft,
  instruction: Instruction,
  word: Word,
  facts: ImageFacts | undefined,
): string | undefined {
  const path = expandOver(instruction, word, facts).value;
  const previous = draft.workdirs.at(-1);
  if (path === undefined || path.startsWith('/') || previous === undefined) return path;
  return previous.value === undefined ? undefined : resolvePath([previous.value, path]);
}

function hide(draft: Draft, instruction: Instruction): void {
  draft.opaquePrograms.push({ value: true, instruction });
  draft.opaqueAccounts.push({ value: true, instruction });
}

const BIN_FOLDER = /^\/(?:usr\/)?(?:local\/)?s?bin(?:\/|$)/;

function recordCopy(draft: Draft, instruction: CopyInstruction, facts: ImageFacts | undefined): void {
  const { destination } = instruction;
  const target = destination === undefined ? undefined : expandOver(instruction, destination, facts).value;
  if (target === undefined || /^\/(?:usr|usr\/local)?\/?$/.test(target) || BIN_FOLDER.test(target)) {
    draft.opaquePrograms.push({ value: true, instruction });
  }
  if (target === undefined || /^\/(?:etc(?:\/(?:passwd|group)?)?)?$/.test(target))
    draft.opaqueAccounts.push({ value: true, instruction });
}

const SHELLS: ReadonlySet<string> = new Set([
  'sh',
  'bash',
  'ash',
  'dash',
  'zsh',
  'source',
  '.',
  'ansible-playbook',
  'chef-client',
  'puppet',
]);

function recordRun(draft: Draft, instruction: Instruction, isBusyBox: boolean): void {
  for (const operation of packageOperations(instruction)) recordPackages(draft, instruction, operation);
  for (const command of commandsOf(instruction)) {
    const made = accountMadeBy(command, isBusyBox);
    if (made !== undefined) recordAccount(draft, instruction, made);
    if (isOpaque(command)) hide(draft, instruction);
    else if (touchesAccounts(command)) draft.opaqueAccounts.push({ value: true, instruction });
  }
}

function recordPackages(draft: Draft, instruction: Instruction, operation: PackageOperation): void {
  const { action, packages, isFedByXargs } = operation;
  if (action !== 'install' && action !== 'remove') return;
  draft.installs.push({ value: operation, instruction });
  if (!isOfDistribution(operation)) return;
  if (isFedByXargs || packages.some(({ name }) => name === undefined)) {
    hide(draft, instruction);
  }
  for (const name of packages.flatMap(found => found.name ?? []).flatMap(programsOf)) {
    push(draft.programs, name, { value: action === 'install', instruction });
  }
}

function recordAccount(draft: Draft, instruction: Instruction, made: MadeAccount): void {
  if (made.name === undefined) {
    draft.opaqueAccounts.push({ value: true, instruction });
    return;
  }
  push(made.kind === 'account' ? draft.accounts : draft.groups, made.name, { value: made, instruction });
  if (made.hasOwnGroup)
    push(draft.groups, made.name, { value: { ...made, uid: undefined, gid: undefined }, instruction });
}

/** A script or program of which nothing can be seen here: it may install whatever it likes. */
function isOpaque({ name, words, before }: ShellCommand): boolean {
  if (words.length === 0) return false;
  if (name === undefined || /\.(?:sh|bash|py|pl|rb)$/.test(name)) return true;
  if (!SHELLS.has(name)) return false;
  return before === '|' || words.slice(1).some(word => !word.unquoted.startsWith('-') && !/\s/.test(word.unquoted));
}

function touchesAccounts({ name, words, redirects }: ShellCommand): boolean {
  if (name === 'usermod' || name === 'groupmod' || name === 'newusers') return true;
  const isFile = (text: string | undefined): boolean => text !== undefined && /\/etc\/(?:passwd|group)$/.test(text);
  return redirects.some(({ target }) => isFile(target?.unquoted)) || words.slice(1).some(word => isFile(word.unquoted));
}

function push<Key, Item>(map: Map<Key, Item[]>, key: Key, item: Item): void {
  const items = map.get(key);
  if (items === undefined) map.set(key, [item]);
  else items.push(item);
}
