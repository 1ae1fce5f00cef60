import { fileOf, type BuildFile } from './build-file.ts';
import type { ArgInstruction, Instruction, PairsInstruction, Stage, Word } from './model.ts';
import { persistentMap, type PersistentMap } from './persistent-map.ts';
import { lexWord, type Lexed, type VariableValue } from './shell-lex.ts';
import type { Definition } from './variables.ts';
import { memoMap } from '../text/memo-map.ts';

/** A variable: what it holds and where that comes from. */
export interface Binding extends VariableValue {
  readonly definition: Definition;
}

/** The variables at one place. */
export interface Variables {
  readonly entries: PersistentMap<Entry>;
  readonly stage: Stage | undefined;
  /** What every other name is. */
  readonly others: Binding;
}

interface Entry {
  readonly binding: Binding;
  /** The last ENV of the name: it is part of the image, so it holds again in stages built on this one, whatever ARG came after it. */
  readonly env: Binding | undefined;
  readonly stage: Stage | undefined;
}

const MAYBE_FROM_BASE: Binding = { isSet: undefined, value: undefined, certain: false, definition: { kind: 'base' } };
const NOT_DEFINED: Binding = { isSet: false, value: '', certain: true, definition: { kind: 'undefined' } };

// What BuildKit sets where the base image sets none: https://github.com/moby/buildkit/blob/v0.33.1/util/system/path.go
const DEFAULT_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** Docker's own global arguments: https://docs.docker.com/reference/dockerfile/#automatic-platform-args-in-the-global-scope */
export const PREDEFINED_ARGS: readonly string[] = [
  ...['BUILD', 'TARGET'].flatMap(side =>
    ['PLATFORM', 'OS', 'OSVERSION', 'ARCH', 'VARIANT'].map(part => `${side}${part}`),
  ),
  'TARGETSTAGE',
];

export function bindingOf({ entries, stage, others }: Variables, name: string): Binding {
  const entry = entries.get(name);
  if (entry === undefined) return others;
  return entry.stage === stage ? entry.binding : (entry.env ?? entry.binding);
}

export function namesIn({ entries }: Variables): readonly string[] {
  return entries.keys();
}

interface Scopes {
  /** What each instruction sees, by its index. */
  readonly before: readonly Variables[];
  /** In an ARG each default sees what stands before it. */
  readonly defaults: Map<Word, Variables>;
  /** What holds behind the last instruction. */
  readonly end: Variables;
}

const NOTHING: Variables = { entries: persistentMap(), stage: undefined, others: MAYBE_FROM_BASE };

/** The variables that a word of an instruction sees. */
export function variablesAt(instruction: Instruction, word?: Word): Variables {
  // What an ONBUILD wraps runs in another build.
  if (instruction.inOnbuild) return NOTHING;
  const file = fileOf(instruction);
  const globals = globalScopes(file);
  if (instruction.keyword === 'FROM') return globals.end;
  const { before, defaults } = instruction.stage === undefined ? globals : stageScopes(file);
  return (word && defaults.get(word)) ?? before[instruction.index] ?? NOTHING;
}

const globalMemo = memoMap<BuildFile, Scopes>();

function globalScopes(file: BuildFile): Scopes {
  const known = globalMemo.get(file);
  if (known !== undefined) return known;
  const first = file.instructions.findIndex(({ keyword }) => keyword === 'FROM');
  const instructions = first === -1 ? file.instructions : file.instructions.slice(0, first);
  const before: Variables[] = [];
  const defaults = new Map<Word, Variables>();
  let variables: Variables = { entries: predefinedArgs(file), stage: undefined, others: NOT_DEFINED };
  for (const instruction of instructions) {
    before.push(variables);
    if (instruction.keyword === 'ARG')
      variables = afterArg(variables, instruction, { file, defaults, globals: undefined });
  }
  const scopes = { before, defaults, end: variables };
  globalMemo.set(file, scopes);
  return scopes;
}

function predefinedArgs({ options }: BuildFile): PersistentMap<Entry> {
  return PREDEFINED_ARGS.reduce((entries, name) => {
    const value = buildArg(options.buildArgs, name);
    const definition = { kind: 'predefined', value } as const;
    const binding = { isSet: true, value, certain: value !== undefined, definition };
    return entries.set(name, { binding, env: undefined, stage: undefined });
  }, persistentMap<Entry>());
}

const stageMemo = memoMap<BuildFile, Scopes>();

function stageScopes(file: BuildFile): Scopes {
  const known = stageMemo.get(file);
  if (known !== undefined) return known;
  const globals = globalScopes(file).end;
  const before: Variables[] = [...globalScopes(file).before];
  const defaults = new Map<Word, Variables>();
  const ends = new Map<Stage, Variables>();
  for (const stage of file.stages) {
    before.push(globals);
    let variables = atStart(stage, ends);
    for (const instruction of stage.instructions) {
      before.push(variables);
      variables = after(variables, instruction, { file, defaults, globals });
    }
    ends.set(stage, variables);
  }
  const scopes = { before, defaults, end: globals };
  stageMemo.set(file, scopes);
  return scopes;
}

function atStart(stage: Stage, ends: ReadonlyMap<Stage, Variables>): Variables {
  const { base } = stage;
  const below = base.kind === 'stage' ? ends.get(base.stage) : undefined;
  if (below !== undefined) return { entries: below.entries, stage, others: below.others };
  const value = base.kind === 'scratch' ? DEFAULT_PATH : undefined;
  const definition = { kind: 'predefined', value } as const;
  const path: Binding = { isSet: true, value, certain: value !== undefined, definition };
  const entries = persistentMap<Entry>().set('PATH', { binding: path, env: path, stage });
  return { entries, stage, others: base.kind === 'scratch' ? NOT_DEFINED : MAYBE_FROM_BASE };
}

interface Surroundings {
  readonly file: BuildFile;
  readonly defaults: Map<Word, Variables>;
  /** Undefined before the first FROM. */
  readonly globals: Variables | undefined;
}

function after(variables: Variables, instruction: Instruction, around: Surroundings): Variables {
  if (instruction.keyword === 'ARG') return afterArg(variables, instruction, around);
  return instruction.keyword === 'ENV' ? afterEnv(variables, instruction, around.file) : variables;
}

/** All pairs see what held before the instruction. */
function afterEnv(variables: Variables, instruction: PairsInstruction, file: BuildFile): Variables {
  const { stage } = variables;
  const entries = instruction.pairs.reduce((map, pair) => {
    const name = lexed(pair.key, variables, file).value;
    if (name === undefined) return map;
    const { value, certain } = lexed(pair.value, variables, file);
    const definition = { kind: 'env', instruction, value, certain } as const;
    const binding = { isSet: true, value, certain, definition };
    return map.set(name, { binding, env: binding, stage });
  }, variables.entries);
  return { entries, stage, others: variables.others };
}

/** Each declaration sees those before it. */
function afterArg(variables: Variables, instruction: ArgInstruction, around: Surroundings): Variables {
  let now = variables;
  for (const { name, value } of instruction.declarations) {
    if (value !== undefined) around.defaults.set(value, now);
    const binding = argBinding(name.text, value, now, instruction, around);
    if (binding === undefined) continue;
    const { stage, entries, others } = now;
    now = { entries: entries.set(name.text, { binding, env: entries.get(name.text)?.env, stage }), stage, others };
  }
  return now;
}

/** Undefined where the declaration leaves things as they are. */
function argBinding(
  name: string,
  fallback: Word | undefined,
  now: Variables,
  instruction: ArgInstruction,
  { file, globals }: Surroundings,
): Binding | undefined {
  const given = buildArg(file.options.buildArgs, name);
  if (given !== undefined) return argument(instruction, { isSet: true, value: given, certain: true });
  if (fallback !== undefined) {
    return argument(instruction, { isSet: true, value: lexed(fallback, now, file).value, certain: false });
  }
  const global = globals?.entries.get(name)?.binding;
  if (global?.isSet === true) return global.definition.kind === 'predefined' ? global : argument(instruction, global);
  if (now.entries.get(name) !== undefined) return undefined;
  return argument(instruction, { isSet: false, value: undefined, certain: false });
}

function argument(instruction: ArgInstruction, { isSet, value, certain }: VariableValue): Binding {
  return { isSet, value, certain, definition: { kind: 'arg', instruction, value, certain } };
}

function buildArg(buildArgs: Readonly<Record<string, string>> | undefined, name: string): string | undefined {
  return buildArgs !== undefined && Object.hasOwn(buildArgs, name) ? buildArgs[name] : undefined;
}

function lexed(word: Word, variables: Variables, { escape }: BuildFile): Lexed {
  return lexWord(word.text, { escape, quotes: true }, name => bindingOf(variables, name));
}
